using System.Text.Json;

using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Ticking;

namespace NbaProps.Cli.Rendering;

/// <summary>The status as JSON.</summary>
internal static class StatusJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ExpectedOutput> outputs, IReadOnlyList<Incident> incidents, WatcherBeat? beat, bool alone, PlayByPlayStatus? plays)
    {
        json.WriteStartObject();
        if (beat is null)
        {
            json.WriteNull("watcher");
        }
        else
        {
            json.WriteStartObject("watcher");
            json.WriteString("looked_at", beat.LookedAt);
            json.WriteBoolean("is_live", beat.IsLive);
            json.WriteBoolean("is_overdue", alone);
            json.WriteEndObject();
        }

        json.WriteStartArray("outputs");
        foreach (var output in outputs)
        {
            json.WriteStartObject();
            json.WriteString("processor", output.Unit.Processor);
            json.WriteString("date", output.Unit.Partition.Date.ToString());
            json.WriteString("game_id", output.Unit.Partition.Game?.ToString());
            json.WriteString("state", output.State.ToString());
            json.WriteString("cause", output.Cause);
            json.WriteString("waits_for", output.WaitsFor?.ToString());
            json.WriteNumber("rows", output.Rows);
            json.WriteNumber("attempts", output.Attempts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("incidents");
        foreach (var incident in incidents)
        {
            json.WriteStartObject();
            json.WriteString("key", incident.Key);
            json.WriteString("severity", incident.Severity.ToString());
            json.WriteString("title", incident.Title);
            json.WriteString("cause", incident.Cause);
            json.WriteString("done", incident.Done);
            json.WriteString("command", incident.Command);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        plays?.Write(json);
        json.WriteEndObject();
    }
}
