using NbaProps.Domain.Teams;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Truth.Knowledge;

/// <summary>Somebody who may play in a game of a date.</summary>
/// <param name="Player">Who.</param>
/// <param name="Game">The game.</param>
/// <param name="Side">For whom.</param>
/// <param name="Because">appearance or line.</param>
/// <param name="Line">His line; null when no book has one that can be told to be his.</param>
internal sealed record Candidate(SimulatedPlayer Player, SimulatedGame Game, Side Side, string Because, SeenLine? Line)
{
    public TeamTricode Team => Game.Plan.Of(Side).Team;

    public TeamTricode Opponent => Game.Plan.Of(Side.Other()).Team;
}
