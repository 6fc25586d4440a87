using System.Globalization;

using NbaProps.Shared.Deployment.Drift;

namespace NbaProps.Cli.Rendering;

/// <summary>What runs against main, for people.</summary>
internal static class DriftText
{
    private const int ShownDigits = 12;

    public static async Task WriteAsync(TextWriter output, DriftReport report, bool verbose)
    {
        TextTable.Write(output, ["service", "runs", "is", "commits", "hours", "severity"],
        [
            .. report.Drifts.Select(drift => new[]
            {
                drift.Build.Service, Short(drift.Build.Commit), StateOf(drift.State),
                drift.IsUnknown ? "-" : drift.Commits.ToString(CultureInfo.InvariantCulture),
                drift.IsUnknown ? "-" : Hours(drift.AgeAt(report.Now)),
                drift.SeverityAt(report.Now)?.ToString().ToUpperInvariant() ?? "-",
            }),
            .. report.Silent.Select(silent => new[] { silent.Service, "-", "silent", "-", "-", "WARNING" }),
        ]);
        foreach (var silent in report.Silent)
        {
            await output.WriteLineAsync($"{silent.Problem}.");
        }

        if (verbose)
        {
            foreach (var drift in report.Drifts)
            {
                await output.WriteLineAsync($"{drift.TextAt(report.Now)}.");
                foreach (var commit in drift.Missing)
                {
                    await output.WriteLineAsync(FormattableString.Invariant($"  {commit.At.UtcDateTime:yyyy-MM-dd HH:mm}Z {commit.Commit}"));
                }
            }
        }

        await output.WriteLineAsync(
            $"Drift is {Hours(report.Summary.Mean)} h on average and {Hours(report.Summary.Worst)} h at worst; the goal is below {Hours(DriftRule.Goal)} h.{(report.Summary.Unknown + report.Silent.Count is var unknown and > 0 ? string.Create(CultureInfo.InvariantCulture, $" Of {unknown} nobody knows.") : string.Empty)}");
    }

    /// <summary>A state in a word.</summary>
    internal static string StateOf(DriftState state) => state switch
    {
        DriftState.Current => "current",
        DriftState.Behind => "behind",
        DriftState.Newer => "newer than known",
        DriftState.Unlisted => "not on main",
        DriftState.Unsaid => "unsaid",
        _ => throw new InvalidOperationException($"Unknown state {state}."),
    };

    private static string Short(string commit) => commit.Length > ShownDigits ? commit[..ShownDigits] : commit;

    private static string Hours(TimeSpan age) => age.TotalHours.ToString("0.0", CultureInfo.InvariantCulture);
}
