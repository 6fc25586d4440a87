using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>
/// Names of what a verification makes. Each holds the run, and with it the instant at which it began: whatever a killed one left can be found and told from what one that is under way
/// has made.
/// </summary>
/// <param name="run">The run: <c>verify_</c>, fourteen digits of date and time (UTC), <c>_</c> and a mark that no other run has.</param>
public sealed partial class ScratchNames(string run)
{
    private const string Instant = "yyyyMMddHHmmss";

    /// <summary>The dataset of all tables.</summary>
    public string Dataset => $"nbaprops_{run}";

    /// <summary>The dataset of staging tables.</summary>
    public string StagingDataset => $"nbaprops_{run}_staging";

    /// <summary>The bucket. Names of buckets are one list for all of Google's customers, and have no underscore here.</summary>
    public string Bucket => $"nbaprops-{Dashed}";

    /// <summary>Begins the id of every job.</summary>
    public string JobPrefix => run;

    private string Dashed => run.Replace('_', '-');

    /// <summary>A new run's name.</summary>
    public static string NewRun(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"verify_{now.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture)}_{RandomNumberGenerator.GetHexString(6, lowercase: true)}");

    /// <summary>A topic or a subscription of a test.</summary>
    /// <param name="test">The test's own mark: <c>t</c> and a number.</param>
    /// <param name="name">What the test calls it.</param>
    public string Messages(string test, string name) => $"nbaprops-{Dashed}-{test}-{name}";

    /// <summary>A collection of a test.</summary>
    /// <param name="test">The test's own mark: <c>t</c> and a number.</param>
    /// <param name="name">What the test calls it.</param>
    public string Collection(string test, string name) => $"{run}_{test}_{name}";

    /// <summary>The run in the name of a dataset that a verification has made; null in any other name.</summary>
    public static string? RunOfDataset(string name) => RunOf(Datasets().Match(name));

    /// <summary>The run in the name of a bucket that a verification has made; null in any other name.</summary>
    public static string? RunOfBucket(string name) => RunOf(Buckets().Match(name));

    /// <summary>The run in the short name of a topic or a subscription that a verification has made; null in any other name.</summary>
    public static string? RunOfMessages(string name) => RunOf(OfMessages().Match(name));

    /// <summary>The run in the name of a collection that a verification has made; null in any other name.</summary>
    public static string? RunOfCollection(string name) => RunOf(Collections().Match(name));

    private static string? RunOf(Match match)
    {
        return match.Success && TryBeganAt(match.Groups["began"].Value, out _) ? $"verify_{match.Groups["began"].Value}_{match.Groups["mark"].Value}" : null;
    }

    /// <summary>When a run began.</summary>
    public static DateTimeOffset BeganAt(string run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return TryBeganAt(run.Split('_')[1], out var began) ? began : throw new FormatException($"{run} is no name of a run.");
    }

    private static bool TryBeganAt(string digits, out DateTimeOffset began) =>
        DateTimeOffset.TryParseExact(digits, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out began);

    // Of each kind just the names that are given: a time and a few digits behind a word are a scheme that others use, too, and what is found is deleted with all that is in it.
    [GeneratedRegex(@"^nbaprops_verify_(?<began>[0-9]{14})_(?<mark>[0-9a-f]{6})(?:_staging)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Datasets();

    [GeneratedRegex(@"^nbaprops-verify-(?<began>[0-9]{14})-(?<mark>[0-9a-f]{6})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Buckets();

    [GeneratedRegex("^nbaprops-verify-(?<began>[0-9]{14})-(?<mark>[0-9a-f]{6})-t[0-9]+-", RegexOptions.NonBacktracking)]
    private static partial Regex OfMessages();

    [GeneratedRegex("^verify_(?<began>[0-9]{14})_(?<mark>[0-9a-f]{6})_t[0-9]+_", RegexOptions.NonBacktracking)]
    private static partial Regex Collections();
}
