using NbaProps.Domain.Calendar;
using NbaProps.Simulator.League;

namespace NbaProps.Truth.Knowledge;

/// <summary>What a player has behind him on a date. Rule: games that he played, by rounded minutes; a window of seven days is the seven days before.</summary>
/// <param name="Date">The date.</param>
/// <param name="All">The games that he played before, the newest first.</param>
internal sealed record Load(GameDate Date, IReadOnlyList<PlayerGame> All)
{
    /// <summary>Days without a game since the last; null before the first.</summary>
    public int? DaysRest => All.Count == 0 ? null : Date.DaysSince(All[0].Date) - 1;

    public static Load Of(SimulatedPlayer player, DayTruth day) => new(day.Date, [.. day.Season.Before(day.Date, player.Id).Where(game => game.Played)]);

    public int Games(int days) => Within(days).Count();

    public int Minutes(int days) => Within(days).Sum(game => game.Minutes);

    /// <summary>Games in a window that were the second on two days running, the first in it too.</summary>
    public int BackToBacks(int days)
    {
        var dates = Within(days).Select(game => game.Date).ToHashSet();
        return dates.Count(date => dates.Contains(date.AddDays(-1)));
    }

    private IEnumerable<PlayerGame> Within(int days) => All.Where(game => Date.DaysSince(game.Date) <= days);
}
