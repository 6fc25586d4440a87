using System.Text.Json.Nodes;

using NbaProps.Shared.Deployment.Live;

namespace NbaProps.Deployment.Comparing;

/// <summary>Compares the scheduler's jobs with those that are declared.</summary>
internal static class ScheduleComparison
{
    // Said by meaning, in words of their own.
    private static readonly string[] Told = ["name", "schedule", "timeZone", "httpTarget.uri", "httpTarget.oidcToken.audience"];

    /// <summary>What is not as declared.</summary>
    /// <param name="declared">The jobs' documents, with the installation's values.</param>
    /// <param name="live">The jobs that there are.</param>
    public static IReadOnlyList<LiveFinding> Compare(IReadOnlyList<JsonObject> declared, IReadOnlyList<JsonObject> live)
    {
        var known = live.ToDictionary(NameOf, StringComparer.Ordinal);
        var there = declared.Where(job => known.ContainsKey(NameOf(job))).ToArray();
        return
        [
            .. ScheduleDrift.Compare([.. declared.Select(Of)], [.. live.Where(job => job["httpTarget"] is not null).Select(Of)]),
            .. there.Select(job => OfState(known[NameOf(job)])).OfType<LiveFinding>(),
            .. there.SelectMany(job => Documents.Differences(job, known[NameOf(job)])
                .Where(difference => !Told.Contains(difference.Path, StringComparer.Ordinal))
                .Select(difference => new LiveFinding(
                    difference.Path == "httpTarget.oidcToken.serviceAccountEmail" ? LiveProblem.Misdirected : LiveProblem.Differs,
                    NameOf(job),
                    $"the schedule's {difference.Path} is {difference.Live ?? "not said"} and declared as {difference.Declared}"))),
        ];
    }

    /// <summary>A job's name, without project and place.</summary>
    public static string NameOf(JsonObject job)
    {
        var name = job["name"]!.GetValue<string>();
        return name[(name.LastIndexOf('/') + 1)..];
    }

    // Only what is paused can be resumed, which is told by meaning. A change that failed is made again; what Google switched off it switches on for nobody.
    private static LiveFinding? OfState(JsonObject live) => live["state"]?.GetValue<string>() switch
    {
        "ENABLED" or "PAUSED" => null,
        "DISABLED" => new(
            LiveProblem.Disabled,
            NameOf(live),
            $"Cloud Scheduler switched the schedule off after an error: its log says which; then gcloud scheduler jobs delete {NameOf(live)} --location {live["name"]!.GetValue<string>().Split('/')[3]}, and nbaprops deploy apply makes it again"),
        "UPDATE_FAILED" => new(LiveProblem.Differs, NameOf(live), "the schedule's state is UPDATE_FAILED: its last change was not done"),
        var state => new(LiveProblem.Differs, NameOf(live), $"the schedule's state is {state ?? "not said"} and declared as ENABLED"),
    };

    private static ScheduledCall Of(JsonObject job) => new(
        NameOf(job),
        job["schedule"]!.GetValue<string>(),
        job["timeZone"]?.GetValue<string>() ?? "UTC",
        new Uri(job["httpTarget"]!["uri"]!.GetValue<string>()),
        job["httpTarget"]!["oidcToken"]?["audience"]?.GetValue<string>())
    {
        IsPaused = job["state"]?.GetValue<string>() == "PAUSED",
    };
}
