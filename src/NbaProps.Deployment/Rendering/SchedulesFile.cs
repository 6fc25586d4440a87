using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.Deployment.Declaring;

namespace NbaProps.Deployment.Rendering;

/// <summary>Schedules, as messages of Cloud Scheduler's interface.</summary>
internal static class SchedulesFile
{
    // The game day's own clock: what a person reads in the console is then the time that the league speaks of.
    private const string TimeZone = "America/New_York";

    public static JsonObject Of() => new() { ["jobs"] = new JsonArray([.. ScheduledCall.All.Select(Job)]) };

    private static JsonObject Job(ScheduledCall call)
    {
        var url = ServiceDeclaration.UrlOf(ScheduledCall.Service);
        return new()
        {
            ["name"] = $"projects/{Placeholder.Project}/locations/{Placeholder.Region}/jobs/{call.Name}",
            ["description"] = call.Description,
            ["schedule"] = call.Cron,
            ["timeZone"] = TimeZone,
            ["attemptDeadline"] = Seconds(call.Deadline),
            ["retryConfig"] = new JsonObject { ["retryCount"] = call.Retries, ["minBackoffDuration"] = "10s", ["maxBackoffDuration"] = "60s", ["maxDoublings"] = 2 },
            ["httpTarget"] = new JsonObject
            {
                ["uri"] = url + call.Path,
                ["httpMethod"] = "POST",
                ["oidcToken"] = new JsonObject { ["serviceAccountEmail"] = Identities.Scheduler.Email, ["audience"] = url },
            },
        };
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0}s");
}
