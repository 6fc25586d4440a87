using NbaProps.Domain;
using NbaProps.Domain.Odds;

namespace NbaProps.Simulator.Plausibility;

/// <summary>A book's points line on a player and what he scored.</summary>
/// <param name="Game">The game.</param>
/// <param name="Line">Points.</param>
/// <param name="Price">Both sides' prices.</param>
/// <param name="Played">What he did; null when he did not play, and the bet is void.</param>
internal sealed record LineOutcome(GameId Game, PointsLine Line, TwoWayPrice Price, PlayerGame? Played)
{
    /// <summary>Points that he scored; null when he did not play.</summary>
    public int? Points => Played?.Counts.Points;
}
