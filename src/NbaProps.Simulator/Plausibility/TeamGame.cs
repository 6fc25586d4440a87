using NbaProps.Domain;
using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.Simulator.Plausibility;

/// <summary>What a team did in a game: the sum of its players' lines.</summary>
/// <param name="Game">The game.</param>
/// <param name="Date">Its date.</param>
/// <param name="Team">The team.</param>
/// <param name="IsHome">Whether it played at home.</param>
/// <param name="Minutes">Its players' minutes, 240 in a game without overtime, as far as they are not rounded.</param>
/// <param name="Players">How many of its players played.</param>
/// <param name="Counts">Its players' lines, summed.</param>
internal sealed record TeamGame(GameId Game, GameDate Date, TeamTricode Team, bool IsHome, double Minutes, int Players, BoxCounts Counts)
{
    /// <summary>Overtimes, from the minutes.</summary>
    public int Overtimes => BoxScoreMath.OvertimePeriods(Minutes) ?? 0;

    /// <summary>Possessions, estimated by <see cref="BoxScoreMath.Possessions"/>.</summary>
    public double? Possessions => BoxScoreMath.Possessions(Counts.FieldGoalsAttempted, Counts.FreeThrowsAttempted, Counts.Turnovers, Counts.OffensiveRebounds);
}

/// <summary>A game as its two teams played it.</summary>
/// <param name="Home">The home team's.</param>
/// <param name="Away">The visitors'.</param>
internal sealed record GamePair(TeamGame Home, TeamGame Away)
{
    /// <summary>Points that the home team won by; below 0 when it lost.</summary>
    public int Margin => Home.Counts.Points - Away.Counts.Points;
}
