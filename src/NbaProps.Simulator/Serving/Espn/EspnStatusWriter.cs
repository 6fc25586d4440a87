using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Espn;

/// <summary>How a game stands, as ESPN writes it.</summary>
internal static class EspnStatusWriter
{
    /// <summary>Writes the object status.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="game">The game.</param>
    /// <param name="status">How it stands.</param>
    /// <param name="last">The last that happened in it; null before it begins.</param>
    public static void Write(Utf8JsonWriter json, SimulatedGame game, GameStatus status, PlayEvent? last)
    {
        var clock = status == GameStatus.Live && last is not null ? last.Clock : 0;
        var (id, name, state, description, detail, brief) = Words(game, status, last);
        json.WriteStartObject("status");
        json.WriteNumber("clock", clock);
        json.WriteString("displayClock", status == GameStatus.Live ? Clock(clock) : "0.0");
        json.WriteNumber("period", status == GameStatus.Final ? game.Box.HomePeriods.Count : last?.Period ?? 0);
        json.WriteStartObject("type");
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteString("state", state);
        json.WriteBoolean("completed", status == GameStatus.Final);
        json.WriteString("description", description);
        json.WriteString("detail", detail);
        json.WriteString("shortDetail", brief);
        if (status == GameStatus.Final && game.Box.Overtimes > 0)
        {
            json.WriteString("altDetail", Overtime(game.Box.Overtimes));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static (string Id, string Name, string State, string Description, string Detail, string Brief) Words(SimulatedGame game, GameStatus status, PlayEvent? last)
    {
        switch (status)
        {
            case GameStatus.Scheduled when game.IsOff:
                return ("6", "STATUS_POSTPONED", "post", "Postponed", "Postponed", "Postponed");
            case GameStatus.Scheduled:
                var eastern = GameDate.ToEastern(game.Scheduled.TipOff);
                var zone = eastern.Offset == TimeSpan.FromHours(-4) ? "EDT" : "EST";
                return (
                    "1", "STATUS_SCHEDULED", "pre", "Scheduled", $"{eastern.ToString("ddd, MMMM d", CultureInfo.InvariantCulture)}{Ending(eastern.Day)} at {Time(eastern)} {zone}",
                    $"{eastern.ToString("M/d", CultureInfo.InvariantCulture)} - {Time(eastern)} {zone}");
            case GameStatus.Live when last is { Kind: PlayKind.PeriodEnd, Period: 2 }:
                return ("23", "STATUS_HALFTIME", "in", "Halftime", "Halftime", "Halftime");
            case GameStatus.Live when last is { Kind: PlayKind.PeriodEnd }:
                var end = $"End of {Period(last.Period)}";
                return ("22", "STATUS_END_PERIOD", "in", "End of Period", end, end);
            case GameStatus.Live:
                return (
                    "2", "STATUS_IN_PROGRESS", "in", "In Progress", $"{Clock(last?.Clock ?? 0)} - {Period(last?.Period ?? 1)} Quarter".Replace("OT Quarter", "OT", StringComparison.Ordinal),
                    $"{Clock(last?.Clock ?? 0)} - {Period(last?.Period ?? 1)}");
            default:
                var final = game.Box.Overtimes == 0 ? "Final" : $"Final/{Overtime(game.Box.Overtimes)}";
                return ("3", "STATUS_FINAL", "post", "Final", final, final);
        }
    }

    private static string Overtime(int number) => number == 1 ? "OT" : string.Create(CultureInfo.InvariantCulture, $"{number}OT");

    private static string Period(int period) => period > 4 ? Overtime(period - 4) : string.Create(CultureInfo.InvariantCulture, $"{period}{Ending(period)}");

    private static string Ending(int number) => number is > 3 and < 21 || number % 10 is 0 or > 3 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", _ => "rd" };

    private static string Clock(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");

    private static string Time(DateTimeOffset eastern) => eastern.ToString("h:mm tt", CultureInfo.InvariantCulture);
}
