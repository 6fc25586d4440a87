using NbaProps.Domain.Calendar;

namespace NbaProps.Analytics;

/// <summary>Rest and load from the dates of earlier games. A window of seven days is the seven days before the date, that date left out.</summary>
internal static class RestMath
{
    /// <summary>Days without a game between the last one and the date: 0 when it was the day before; null without a last one.</summary>
    public static int? DaysRest(GameDate date, GameDate? last) => last is { } day ? date.DaysSince(day) - 1 : null;

    /// <summary>Whether a game lies in the window before the date.</summary>
    public static bool IsWithin(GameDate game, GameDate date, int days) => date.DaysSince(game) is var ago && ago >= 1 && ago <= days;

    /// <summary>How many games lie in the window before the date.</summary>
    public static int Count(IEnumerable<GameDate> games, GameDate date, int days) => games.Count(game => IsWithin(game, date, days));

    /// <summary>Pairs of games on consecutive days, both in the window before the date.</summary>
    /// <param name="games">The games' dates, newest first.</param>
    /// <param name="date">The date.</param>
    /// <param name="days">Length of the window.</param>
    public static int BackToBacks(IEnumerable<GameDate> games, GameDate date, int days)
    {
        var within = games.Where(game => IsWithin(game, date, days)).ToArray();
        return within.Zip(within.Skip(1)).Count(pair => pair.First.DaysSince(pair.Second) == 1);
    }
}
