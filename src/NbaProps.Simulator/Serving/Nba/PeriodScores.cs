using System.Text.Json;

using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>Points by period, as the content network lists them.</summary>
internal static class PeriodScores
{
    private const int Timeouts = 7;

    /// <summary>The periods of a side: the four quarters, also those that are yet to come, and overtimes.</summary>
    public static void Write(Utf8JsonWriter json, BoxScore? box, Side side)
    {
        var points = side == Side.Home ? box?.HomePeriods : box?.AwayPeriods;
        json.WriteStartArray("periods");
        for (var period = 1; period <= Math.Max(4, points?.Count ?? 0); period++)
        {
            json.WriteStartObject();
            json.WriteNumber("period", period);
            json.WriteString("periodType", TypeOf(period));
            json.WriteNumber("score", points is not null && period <= points.Count ? points[period - 1] : 0);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>REGULAR or OVERTIME.</summary>
    public static string TypeOf(int period) => period <= 4 ? "REGULAR" : "OVERTIME";

    /// <summary>Time-outs that a side has left.</summary>
    public static int TimeoutsLeft(IReadOnlyList<PlayEvent> events, Side side) => Timeouts - events.Count(play => play.Kind == PlayKind.Timeout && play.Side == side);
}
