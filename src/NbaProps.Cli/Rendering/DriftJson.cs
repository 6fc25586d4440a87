using System.Text.Json;

using NbaProps.Shared.Deployment.Drift;

namespace NbaProps.Cli.Rendering;

/// <summary>What runs against main, as one document.</summary>
internal static class DriftJson
{
    public static void Write(Utf8JsonWriter json, DriftReport report)
    {
        json.WriteStartObject();
        json.WriteStartArray("services");
        foreach (var drift in report.Drifts)
        {
            Write(json, drift, report.Now);
        }

        foreach (var silent in report.Silent)
        {
            json.WriteStartObject();
            json.WriteString("service", silent.Service);
            json.WriteString("state", "silent");
            json.WriteString("severity", "Warning");
            json.WriteString("problem", silent.Problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("mean_hours", Math.Round(report.Summary.Mean.TotalHours, 2));
        json.WriteNumber("worst_hours", Math.Round(report.Summary.Worst.TotalHours, 2));
        json.WriteNumber("unknown", report.Summary.Unknown + report.Silent.Count);
        json.WriteBoolean("within_goal", report.Summary.IsWithinGoal && report.Silent.Count == 0);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ServiceDrift drift, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("service", drift.Build.Service);
        json.WriteString("commit", drift.Build.Commit);
        json.WriteString("state", DriftText.StateOf(drift.State));
        json.WritePropertyName("severity");
        JsonOutput.Value(json, drift.SeverityAt(now)?.ToString());
        json.WritePropertyName("commits_behind");
        JsonOutput.Value(json, drift.IsUnknown ? null : drift.Commits);
        json.WritePropertyName("since");
        JsonOutput.Value(json, drift.Since);
        json.WriteNumber("hours", Math.Round(drift.AgeAt(now).TotalHours, 2));
        JsonOutput.Texts(json, "missing", drift.Missing.Select(commit => commit.Commit));
        json.WriteEndObject();
    }
}
