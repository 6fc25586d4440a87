using System.Globalization;
using System.Text.Json;

using NbaProps.Operations;

namespace NbaProps.Cli.Rendering;

/// <summary>The status as JSON.</summary>
internal static class StatusJson
{
    public static void Write(Utf8JsonWriter json, StatusReport report)
    {
        var (outputs, incidents, credits, plays, beat, alone, _) = report;
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
        WriteCredits(json, credits);
        plays?.Write(json);
        json.WriteEndObject();
    }

    private static void WriteCredits(Utf8JsonWriter json, IReadOnlyList<CreditOutlook> credits)
    {
        json.WriteStartArray("credits");
        foreach (var outlook in credits)
        {
            json.WriteStartObject();
            json.WriteString("source", outlook.Allowance.Source);
            json.WriteString("month_from", outlook.Month.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("month_to", outlook.Month.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("limit", outlook.Limit);
            WriteCount(json, "used", outlook.Position?.Used);
            json.WriteNumber("left", outlook.Left);
            WriteCount(json, "needed", outlook.Needed);
            if (outlook.Position is { } position)
            {
                json.WriteString("seen_at", position.SeenAt);
            }
            else
            {
                json.WriteNull("seen_at");
            }

            json.WriteBoolean("is_exhausted", outlook.IsExhausted);
            json.WriteBoolean("is_trouble", outlook.IsTrouble);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, int? count)
    {
        if (count is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
