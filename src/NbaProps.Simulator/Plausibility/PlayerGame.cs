using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.Simulator.Plausibility;

/// <summary>What a player did in a game that he played in; there is none of who did not.</summary>
/// <param name="Game">The game.</param>
/// <param name="Date">Its date.</param>
/// <param name="Team">For whom he played.</param>
/// <param name="IsHome">Whether that was the home team.</param>
/// <param name="Player">Who.</param>
/// <param name="Minutes">Minutes on court; 0 is possible in the league's logs, which round them to whole ones.</param>
/// <param name="Counts">His line.</param>
internal sealed record PlayerGame(GameId Game, GameDate Date, TeamTricode Team, bool IsHome, PlayerKey Player, double Minutes, BoxCounts Counts)
{
    /// <summary>Points.</summary>
    public double Points => Counts.Points;
}
