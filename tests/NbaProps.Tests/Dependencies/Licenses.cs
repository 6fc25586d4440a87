using System.Xml.Linq;

namespace NbaProps.Tests.Dependencies;

/// <summary>Under which license a package may be used, and which of them we take.</summary>
internal static class Licenses
{
    /// <summary>Taken: they ask for no more than to be named.</summary>
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MS-PL"];

    // Older than SPDX in packages: the license of their projects, which say it in their sources or in their other packages.
    private static readonly Dictionary<string, string> ByHand = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Validation"] = "MS-PL",
        ["xunit.abstractions"] = "Apache-2.0",
        ["xunit.extensibility.core"] = "Apache-2.0",
        ["xunit.extensibility.execution"] = "Apache-2.0",
    };

    /// <summary>Whether one of the alternatives of an expression is taken as a whole.</summary>
    public static bool AreAllowed(string expression) =>
        expression.Split(" OR ").Any(alternative => alternative.Split(" AND ").All(license => Allowed.Contains(license.Trim('(', ')', ' '), StringComparer.Ordinal)));

    /// <summary>A package's license by what it says of itself.</summary>
    /// <param name="name">The package.</param>
    /// <param name="folder">Where it is unpacked.</param>
    /// <returns>An SPDX expression; or, in words, that it has none.</returns>
    public static string Of(string name, string folder)
    {
        var nuspec = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single());
        var license = nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
        return license?.Attribute("type")?.Value switch
        {
            "expression" => license.Value,
            "file" => OfText(File.ReadAllText(Path.Combine(folder, license.Value))),
            _ => ByHand.GetValueOrDefault(name, "no license that a program can read"),
        };
    }

    /// <summary>The license that a text is.</summary>
    public static string OfText(string text) =>
        text.Contains("Permission is hereby granted, free of charge, to any person obtaining a copy", StringComparison.Ordinal) ? "MIT" : "a license of its own";
}
