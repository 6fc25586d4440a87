using System.Globalization;

using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.Precompute;

/// <summary>
/// How much of what teams must have played is in the players' summaries. Five men play 48 minutes, so that a team's players add up to 240 at least; the league
/// rounds each, and no real team was ever below 236. What is missing has lost players or their minutes.
/// </summary>
/// <param name="Minutes">Minutes of players, at most 240 of each team: an overtime must not hide another game's gap.</param>
/// <param name="Needed">240 for each team of each game that has summaries.</param>
/// <param name="Thinnest">The game with the lowest share, in words; null where there is none.</param>
internal sealed record MinutesCoverage(int Minutes, int Needed, string? Thinnest)
{
    private const int TeamMinutes = 240;

    /// <summary>The share, percent; 100 where nothing is needed.</summary>
    public double Percent => Needed == 0 ? 100 : 100.0 * Minutes / Needed;

    /// <summary>Adds up games. One without any summary is not looked at: that it is missing is another finding.</summary>
    public static MinutesCoverage Of(IEnumerable<NbacScheduleRow> games, IEnumerable<PlayerGameSummaryRow> summaries)
    {
        var played = summaries.GroupBy(row => row.GameId).ToDictionary(game => game.Key, game => game.ToLookup(row => row.Team, row => row.MinutesPlayed));
        var counted = games
            .Where(game => played.ContainsKey(game.GameId))
            .OrderBy(game => game.GameId)
            .Select(game => (game.GameId, Minutes: new[] { game.HomeTeam, game.AwayTeam }.Sum(team => Math.Min(TeamMinutes, played[game.GameId][team].Sum()))))
            .ToArray();
        var thinnest = counted.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{counted.MinBy(game => game.Minutes).GameId} has {counted.Min(game => game.Minutes)} of {2 * TeamMinutes}");
        return new(counted.Sum(game => game.Minutes), counted.Length * 2 * TeamMinutes, thinnest);
    }

    /// <summary>In words, the share rounded down: what is below a threshold must not look as if it met it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"the last week's summaries have {Math.Floor(Percent * 10) / 10:0.0} % of the minutes that were played; game {Thinnest}");
}
