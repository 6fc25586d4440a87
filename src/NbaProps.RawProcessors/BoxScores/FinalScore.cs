using System.Globalization;

using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>Holds the lines of a game against what is known of it: one that was captured while the game was on, or half of one, does not add up.</summary>
internal static class FinalScore
{
    private const int Regulation = 240;
    private const int Overtime = 25;
    private const int MostOvertimes = 10;
    private const int Rounding = 5;

    /// <summary>Why the points of a game's lines are not its score; null when they are.</summary>
    /// <param name="game">The game, which is final.</param>
    /// <param name="points">Team and points of each line.</param>
    public static string? WhyNot(NbacScheduleRow game, IReadOnlyList<(TeamTricode Team, int Points)> points)
    {
        if (game is not { HomeScore: { } homeScore, AwayScore: { } awayScore })
        {
            return $"game {game.GameId} is left out: the schedule states no score to hold it against";
        }

        var (home, away) = (Of(points, game.HomeTeam), Of(points, game.AwayTeam));
        return home == homeScore && away == awayScore
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"game {game.GameId} is left out: its points are {away} @ {home}, the score is {awayScore} @ {homeScore}");
    }

    /// <summary>Why the minutes of a game's lines are not those of a whole game; null when they are.</summary>
    /// <param name="game">The game.</param>
    /// <param name="minutes">Team and minutes of each line.</param>
    public static string? WhyNotMinutes(NbacScheduleRow game, IReadOnlyList<(TeamTricode Team, int Minutes)> minutes)
    {
        var (home, away) = (Of(minutes, game.HomeTeam), Of(minutes, game.AwayTeam));
        return Enumerable.Range(0, MostOvertimes + 1).Select(overtimes => Regulation + (overtimes * Overtime)).Any(whole => Math.Abs(home - whole) <= Rounding && Math.Abs(away - whole) <= Rounding)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"game {game.GameId} is left out: its minutes are {away} @ {home}, a whole game has 240 and 25 more per overtime");
    }

    private static int Of(IReadOnlyList<(TeamTricode Team, int Count)> counts, TeamTricode team) => counts.Where(count => count.Team == team).Sum(count => count.Count);
}
