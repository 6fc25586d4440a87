using System.Text.Json;

using NbaProps.Operations.Reliability;

namespace NbaProps.Cli.Rendering;

/// <summary>How well the pipeline did its work, as one document; durations are seconds.</summary>
internal static class ReliabilityJson
{
    public static void Write(Utf8JsonWriter json, ReliabilityReport report)
    {
        json.WriteStartObject();
        Rates(json, "phases", report.Phases);
        Rates(json, "processors", report.Processors);
        json.WriteStartArray("incidents");
        foreach (var times in report.Incidents)
        {
            json.WriteStartObject();
            json.WriteString("key", times.Incident.Key);
            json.WriteString("severity", times.Incident.Severity.ToString());
            json.WriteString("title", times.Incident.Title);
            Value(json, "began_at", times.BeganAt);
            Value(json, "opened_at", times.Incident.OpenedAt);
            Value(json, "closed_at", times.Incident.ClosedAt);
            Value(json, "to_detect", times.ToDetect?.TotalSeconds);
            Value(json, "to_repair", times.ToRepair?.TotalSeconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Rates(Utf8JsonWriter json, string name, IReadOnlyList<RunRates> all)
    {
        json.WriteStartArray(name);
        foreach (var rates in all)
        {
            json.WriteStartObject();
            json.WriteNumber("phase", rates.Phase);
            if (rates.Processor is { } processor)
            {
                json.WriteString("processor", processor);
            }

            json.WriteNumber("runs", rates.Runs);
            json.WriteNumber("succeeded", rates.Succeeded);
            json.WriteNumber("no_data", rates.NoData);
            json.WriteNumber("degraded", rates.Degraded);
            json.WriteNumber("blocked", rates.Blocked);
            json.WriteNumber("failed", rates.Failed);
            Value(json, "success_rate", rates.SuccessRate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        JsonOutput.Value(json, value);
    }
}
