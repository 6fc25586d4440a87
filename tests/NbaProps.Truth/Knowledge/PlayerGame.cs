using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Truth.Knowledge;

/// <summary>A player's line of a game that was played.</summary>
internal sealed record PlayerGame(SimulatedGame Game, PlayerCounts Line)
{
    public GameId Id => Game.Scheduled.Id;

    public GameDate Date => Game.Scheduled.Date;

    public SimulatedPlayer Player => Line.Player;

    public TeamTricode Team => Game.Plan.Of(Line.Side).Team;

    public TeamTricode Opponent => Game.Plan.Of(Line.Side.Other()).Team;

    public bool IsHome => Line.Side == Side.Home;

    public bool Won => Game.Box.Winner == Line.Side;

    /// <summary>Rule: the league rounds playing time to whole minutes, halves upwards.</summary>
    public int Minutes => (Line.Seconds + 30) / 60;

    /// <summary>Rule: played is minutes above zero, by the rounded minutes.</summary>
    public bool Played => Minutes > 0;
}
