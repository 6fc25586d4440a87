using System.Globalization;
using System.Text.Json;

using NbaProps.Cli.Running;
using NbaProps.GoogleCloud.Verification;

namespace NbaProps.Cli.Rendering;

/// <summary>What a verification found, for people and for programs.</summary>
/// <param name="plan">What was asked.</param>
/// <param name="results">What the suites say.</param>
/// <param name="keep">Whether what was made stays.</param>
/// <param name="abandoned">What came of deleting what earlier ones have left.</param>
/// <param name="swept">What came of deleting what this one has made.</param>
internal sealed class VerifiedProject(VerificationPlan plan, SuiteResults results, bool keep, SweptScratch abandoned, SweptScratch swept)
{
    private static readonly string[] NeverProven =
    [
        "a push with its token, and the service that lets it in: Google pushes only to where the internet reaches, and the suite takes its messages by pulling them",
        "a dead letter after the last attempt: Pub/Sub hands it on late and only with rights on the dead-letter topic, which a verification gives nobody",
        "the order of a takeover between two writers: the explored orders of the contract suite are on a double",
        "quotas, costs, and what happens at the limit of either",
        "the permissions of the services' own accounts: the suites ran with the credentials of whoever started them",
    ];

    /// <summary>Whether every promise that was asked holds, every port was asked, and nothing is left.</summary>
    public bool Holds => results.NotAsked.Count == 0 && Of(SuiteOutcome.Failed).Length == 0 && Left.Count == 0;

    private IReadOnlyList<string> Left => [.. abandoned.Left.Select(one => $"of an earlier run: {one}"), .. swept.Left];

    // First each interface that another server stands in for, since of those nothing is proven at all.
    private IEnumerable<string> NotProven => [.. plan.GoogleCloud.StandIns().Select(one => $"anything of Google's own {one.Interface}: {one.Address} answered for it ({one.Setting})"), .. NeverProven];

    private (string Port, string Reason, int Count)[] LeftOut =>
        [.. Of(SuiteOutcome.LeftOut).GroupBy(test => (test.Port, test.Reason)).Select(group => (group.Key.Port, group.Key.Reason!, group.Count()))];

    /// <summary>Writes it for people.</summary>
    public async Task WriteAsync(TextWriter output)
    {
        TextTable.Write(output, ["port", "passed", "failed", "left out"], results.Ports.Select(port => new[]
        {
            port, Count(port, SuiteOutcome.Passed), Count(port, SuiteOutcome.Failed), Count(port, SuiteOutcome.LeftOut),
        }));
        foreach (var port in results.NotAsked)
        {
            await output.WriteLineAsync($"{port}: no test of its suite ran");
        }

        foreach (var test in Of(SuiteOutcome.Failed))
        {
            await output.WriteLineAsync($"{test.Port}: {test.Name}{Environment.NewLine}  {test.Reason!.ReplaceLineEndings($"{Environment.NewLine}  ")}");
        }

        foreach (var (port, reason, count) in LeftOut)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{port}: {count} left out: {reason}"));
        }

        await output.WriteLineAsync(keep
            ? $"Kept is all that has {plan.Run} in its name."
            : string.Create(CultureInfo.InvariantCulture, $"{swept.Deleted} scratch resources were deleted, and {abandoned.Deleted} of earlier runs."));
        foreach (var left in Left)
        {
            await output.WriteLineAsync($"Left: {left}");
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Of(SuiteOutcome.Passed).Length} of {results.Tests.Count} passed. Not proven by this:"));
        foreach (var open in NotProven)
        {
            await output.WriteLineAsync($"  {open}");
        }
    }

    /// <summary>Writes it for programs.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("project", plan.Project);
        json.WriteString("run", plan.Run);
        json.WriteBoolean("holds", Holds);
        json.WriteStartArray("tests");
        foreach (var test in results.Tests)
        {
            json.WriteStartObject();
            json.WriteString("port", test.Port);
            json.WriteString("test", test.Name);
            json.WriteString("outcome", test.Outcome switch { SuiteOutcome.Passed => "passed", SuiteOutcome.LeftOut => "left_out", _ => "failed" });
            json.WriteString("reason", test.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonOutput.Texts(json, "not_asked", results.NotAsked);
        json.WriteBoolean("kept", keep);
        json.WriteNumber("deleted", swept.Deleted);
        json.WriteNumber("deleted_of_earlier_runs", abandoned.Deleted);
        JsonOutput.Texts(json, "left", Left);
        JsonOutput.Texts(json, "not_proven", NotProven);
        json.WriteEndObject();
    }

    private SuiteTest[] Of(SuiteOutcome outcome) => [.. results.Tests.Where(test => test.Outcome == outcome)];

    private string Count(string port, SuiteOutcome outcome) =>
        results.Tests.Count(test => string.Equals(test.Port, port, StringComparison.Ordinal) && test.Outcome == outcome).ToString(CultureInfo.InvariantCulture);
}
