using System.Text.Json;

namespace NbaProps.Cli.Rendering;

/// <summary>A day's predictions as one JSON array.</summary>
internal static class PredictionsJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ShownPrediction> shown)
    {
        json.WriteStartArray();
        foreach (var prediction in shown)
        {
            var row = prediction.Row;
            json.WriteStartObject();
            json.WriteString("game_date", row.GameDate.ToString());
            json.WriteString("game_id", row.GameId.ToString());
            json.WriteNumber("player_id", row.PlayerId.Id);
            json.WriteString("player_name", row.PlayerName);
            json.WriteString("team", row.Team.ToString());
            json.WriteString("opponent", row.Opponent.ToString());
            json.WriteString("market", row.Market);
            json.WriteString("system_id", row.SystemId);
            Write("line", row.Line?.Value);
            json.WriteString("bookmaker", row.Bookmaker);
            Write("predicted_points", row.PredictedPoints);
            Write("edge", row.Edge);
            Write("p_over", row.POver);
            json.WriteString("recommendation", row.Recommendation);
            json.WriteString("reason", row.Reason);
            Write("actual_points", prediction.Accuracy?.ActualPoints);
            json.WriteString("grade", prediction.Grade);
            json.WriteString("as_of", row.AsOf.ToUniversalTime());
            json.WriteEndObject();
        }

        json.WriteEndArray();

        void Write(string name, object? value)
        {
            json.WritePropertyName(name);
            JsonOutput.Value(json, value);
        }
    }
}
