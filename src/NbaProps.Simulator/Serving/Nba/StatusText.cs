using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The league's words for how a game stands: "7:30 pm ET", "PPD", "Q3 4:12", "Half", "Final/OT2".</summary>
internal static class StatusText
{
    /// <summary>The words.</summary>
    /// <param name="game">The game.</param>
    /// <param name="status">How it stands.</param>
    /// <param name="last">The last that happened in it; null before it begins.</param>
    public static string Of(SimulatedGame game, GameStatus status, PlayEvent? last) => status switch
    {
        GameStatus.Scheduled when game.IsOff => "PPD",
        GameStatus.Scheduled => $"{Eastern(game.Scheduled.TipOff).ToString("h:mm", CultureInfo.InvariantCulture)} {(Eastern(game.Scheduled.TipOff).Hour < 12 ? "am" : "pm")} ET",
        GameStatus.Live => Live(last!),
        _ => Final(game.Box.Overtimes),
    };

    /// <summary>An instant as the clock in the East shows it.</summary>
    public static DateTimeOffset Eastern(DateTimeOffset instant) => GameDate.ToEastern(instant);

    /// <summary>What remains of a period as the play-by-play writes it: PT04M12.00S.</summary>
    public static string Clock(int seconds) => string.Create(CultureInfo.InvariantCulture, $"PT{seconds / 60:00}M{seconds % 60:00}.00S");

    private static string Live(PlayEvent last) => last switch
    {
        { Kind: PlayKind.PeriodEnd, Period: 2 } => "Half",
        { Kind: PlayKind.PeriodEnd } => $"End {Period(last.Period)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Period(last.Period)} {last.Clock / 60}:{last.Clock % 60:00}"),
    };

    private static string Period(int period) => string.Create(CultureInfo.InvariantCulture, $"{(period <= 4 ? "Q" : "OT")}{(period <= 4 ? period : period - 4)}");

    private static string Final(int overtimes) => overtimes switch
    {
        0 => "Final",
        1 => "Final/OT",
        _ => string.Create(CultureInfo.InvariantCulture, $"Final/OT{overtimes}"),
    };
}
