using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Running;

/// <summary>A player who changed teams.</summary>
/// <param name="Date">From which date on he is the new team's.</param>
/// <param name="Player">Who.</param>
/// <param name="From">The team he left.</param>
/// <param name="To">The team he came to.</param>
public sealed record Move(GameDate Date, SimulatedPlayer Player, TeamTricode From, TeamTricode To);
