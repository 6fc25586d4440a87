using System.Text.Json.Nodes;

using NbaProps.Deployment.Declaring;

namespace NbaProps.Deployment.Rendering;

/// <summary>Alerts as messages of Cloud Monitoring's interface, and the metrics that they look at as messages of Cloud Logging's.</summary>
internal static class AlertFiles
{
    public static JsonObject Of(Alert alert)
    {
        var condition = alert.Condition.DeepClone().AsObject();
        condition["displayName"] = alert.DisplayName;
        return new()
        {
            ["displayName"] = alert.DisplayName,
            ["severity"] = alert.Severity,
            ["enabled"] = true,
            ["combiner"] = "OR",
            ["conditions"] = new JsonArray(condition),
            ["alertStrategy"] = alert.Strategy.DeepClone(),
            ["documentation"] = new JsonObject { ["content"] = alert.Documentation, ["mimeType"] = "text/markdown" },
            ["userLabels"] = new JsonObject { ["app"] = "nbaprops" },
            ["notificationChannels"] = new JsonArray(Placeholder.AlertChannel.ToString()),
        };
    }

    public static JsonObject Looks() => new()
    {
        ["name"] = Alerts.Looks,
        ["description"] = "The watcher's comparisons of what is there with what should be",
        ["filter"] = Alerts.LooksFilter,
        ["metricDescriptor"] = new JsonObject { ["metricKind"] = "DELTA", ["valueType"] = "INT64", ["unit"] = "1" },
    };
}
