using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.Shared.Deployment;

namespace NbaProps.Deployment.Declaring;

/// <summary>The alerts. Incidents are the watcher's to tell; here is what it cannot tell itself.</summary>
public static class Alerts
{
    /// <summary>The log-based metric that counts the watcher's comparisons.</summary>
    public const string Looks = "nbaprops-watcher-looks";

    // Six comparisons: a deployment and a slow start take two.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Waiting = TimeSpan.FromHours(1);

    /// <summary>The entries that <see cref="Looks"/> counts. <c>WatcherLogTests</c> holds the watcher to it.</summary>
    public static string LooksFilter => $"""{OfService(DeployedServices.Operations)} AND jsonPayload.message="{WatcherSign.Compared}" """.TrimEnd();

    /// <summary>All.</summary>
    public static IReadOnlyList<Alert> All { get; } =
    [
        new(
            "watcher-silent",
            "NbaProps: the watcher is silent",
            "CRITICAL",
            "The watcher has compared nothing for half an hour: nothing is healed and nobody is told of anything. Look at `gcloud scheduler jobs describe nbaprops-tick`, at the service `operations` and its logs, and then at `./nbaprops status`.",
            Absent($"""resource.type="cloud_run_revision" AND metric.type="logging.googleapis.com/user/{Looks}" """.TrimEnd(), Silence),
            AutoClose()),
        new(
            "errors",
            "NbaProps: a service logs errors",
            "ERROR",
            "A service logged an error, which is a defect or something that a person has to put right. `./nbaprops status` shows what it costs; the entry's `correlation` leads to the unit.",
            Matched($"({string.Join(" OR ", DeployedServices.All.Select(OfService))}) AND severity>=ERROR"),
            RateLimited()),
        new(
            "schedule-fails",
            "NbaProps: a schedule fails",
            "ERROR",
            "Cloud Scheduler got no answer, or another than success, from the watcher. Look at `gcloud scheduler jobs describe` of the job that the entry names, and at the logs of `operations`.",
            Matched("""resource.type="cloud_scheduler_job" AND resource.labels.job_id=~"^nbaprops-" AND severity>=ERROR"""),
            RateLimited()),
        new(
            "messages-wait",
            "NbaProps: messages wait",
            "WARNING",
            "A subscription has a message that nobody has acknowledged for an hour. `./nbaprops status` shows what is late, `./nbaprops dead-letters list` what was given up.",
            Above("""resource.type="pubsub_subscription" AND metric.type="pubsub.googleapis.com/subscription/oldest_unacked_message_age" """.TrimEnd(), Waiting),
            AutoClose()),
    ];

    private static string OfService(DeployedService service) => $"""(resource.type="cloud_run_revision" AND resource.labels.service_name="{service.Name}")""";

    private static JsonObject Absent(string filter, TimeSpan duration) => new()
    {
        ["conditionAbsent"] = new JsonObject
        {
            ["filter"] = filter,
            ["duration"] = Seconds(duration),
            ["aggregations"] = new JsonArray(new JsonObject { ["alignmentPeriod"] = "300s", ["perSeriesAligner"] = "ALIGN_DELTA", ["crossSeriesReducer"] = "REDUCE_SUM" }),
            ["trigger"] = new JsonObject { ["count"] = 1 },
        },
    };

    private static JsonObject Above(string filter, TimeSpan limit) => new()
    {
        ["conditionThreshold"] = new JsonObject
        {
            ["filter"] = filter,
            ["comparison"] = "COMPARISON_GT",
            ["thresholdValue"] = limit.TotalSeconds,
            ["duration"] = "300s",
            ["aggregations"] = new JsonArray(new JsonObject { ["alignmentPeriod"] = "300s", ["perSeriesAligner"] = "ALIGN_MAX" }),
            ["trigger"] = new JsonObject { ["count"] = 1 },
        },
    };

    private static JsonObject Matched(string filter) => new() { ["conditionMatchedLog"] = new JsonObject { ["filter"] = filter } };

    private static JsonObject AutoClose() => new() { ["autoClose"] = "86400s" };

    // Of a night's errors the first tells; the others are in the logs.
    private static JsonObject RateLimited() => new() { ["notificationRateLimit"] = new JsonObject { ["period"] = "3600s" }, ["autoClose"] = "86400s" };

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0}s");
}
