using NbaProps.Domain.Calendar;

namespace NbaProps.Scrapers.Nba;

/// <summary>Which parts of a season the league's game log is asked for; it answers one part at a time.</summary>
internal static class SeasonTypes
{
    private const string Regular = "Regular Season";

    /// <summary>
    /// October to March only the regular season is played. From April to the end of a season all three parts are asked for, because no
    /// calendar tells them apart: play-in games were in August 2020, in May 2021 and in April since. A part without games costs one empty
    /// answer; a part that was not asked for would cost its results.
    /// </summary>
    /// <remarks>
    /// October and November 2020 still belonged to the play-offs of 2019-20. Pre-season games and the cup's final are not asked for: they
    /// count for no statistics, and the league documents no name under which the log would have the final.
    /// </remarks>
    public static IReadOnlyList<string> For(GameDate date) =>
        date.Month is >= 4 and <= 9 || (date.Year == 2020 && date.Month is 10 or 11 && Season.FromGameDate(date).StartYear == 2019)
            ? [Regular, "PlayIn", "Playoffs"]
            : [Regular];
}
