using NbaProps.Shared.Deployment.Drift;

namespace NbaProps.Tests.Support;

/// <summary>A main of a test: commits by number, and what is known of them.</summary>
internal static class Main
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 17, 0, 0, TimeSpan.Zero);

    /// <summary>The name of a commit.</summary>
    public static string Commit(int number) => FormattableString.Invariant($"{number:x40}");

    /// <summary>A commit on some services' paths, so many hours before noon.</summary>
    public static MainCommit On(int number, double hoursAgo, params string[] services) => new(Commit(number), Noon.AddHours(-hoursAgo), services);

    /// <summary>What is known, read at noon; the newest commit first.</summary>
    public static MainHistory History(params IReadOnlyList<MainCommit> commits) => MainHistory.Of(Noon, commits);

    /// <summary>A main on which a service has so many commits of its own that a build of commit 0 lacks, the first of them so many hours old, and others have a hundred.</summary>
    public static MainHistory Behind(string service, int commits, double hours) => History(
    [
        .. Enumerable.Range(1000, 100).Select(number => On(number, hours / 2, "others")),
        .. Enumerable.Range(1, commits).Reverse().Select(number => On(number, hours / number, service)),
        On(0, hours + 1, service, "others"),
    ]);
}
