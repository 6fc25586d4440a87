namespace NbaProps.Tests.Dependencies;

/// <summary>A package, or a project of ours, that something is made of.</summary>
/// <param name="Name">As it is published.</param>
/// <param name="Version">Which one was resolved.</param>
/// <param name="IsOurs">Whether it is a project.</param>
/// <param name="Runs">Whether it is there when the program runs, and not only when it is built.</param>
/// <param name="Sha512">Of the package's file, in hexadecimal digits; empty for a project.</param>
/// <param name="License">SPDX expression; empty for a project.</param>
/// <param name="Needs">Names of what it needs itself.</param>
internal sealed record Package(string Name, string Version, bool IsOurs, bool Runs, string Sha512, string License, IReadOnlyList<string> Needs);
