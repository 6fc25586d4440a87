using NbaProps.Domain;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Play;

/// <summary>All that a game follows from besides chance. With the league's seed it can be played again at any time, and is the same game.</summary>
/// <param name="Id">The league's ten digits; also what the game's chance is drawn for.</param>
/// <param name="Home">Home team.</param>
/// <param name="Away">Visiting team.</param>
public sealed record GamePlan(GameId Id, TeamPlan Home, TeamPlan Away)
{
    /// <summary>The plan of a side.</summary>
    public TeamPlan Of(Side side) => side == Side.Home ? Home : Away;
}

/// <summary>A team as it goes into a game.</summary>
/// <param name="Team">Its letters.</param>
/// <param name="Players">Who is active, by the minutes that the coach means them to play, most first; the first five start. At least eight.</param>
/// <param name="Pace">How fast it plays: possessions relative to the league's mean, 0.9 to 1.1.</param>
/// <param name="Legs">How fresh it is: added to the probability that a shot goes in, about -0.018 on the second night running, else 0.</param>
public sealed record TeamPlan(TeamTricode Team, IReadOnlyList<PlayerPlan> Players, double Pace, double Legs);

/// <summary>A player as he goes into a game.</summary>
/// <param name="Player">Who.</param>
/// <param name="Minutes">Minutes the coach means him to play if the game runs its usual course; 0 for who is only on the bench.</param>
/// <param name="Form">His hot or cold spell: added to the probability that a shot of his goes in.</param>
/// <param name="Role">How much more than usual ends with him tonight, such as when others are out; 1 is as usual.</param>
public sealed record PlayerPlan(SimulatedPlayer Player, double Minutes, double Form, double Role);

/// <summary>One of the two teams of a game.</summary>
public enum Side
{
    /// <summary>The team at home.</summary>
    Home,

    /// <summary>The visitors.</summary>
    Away,
}

/// <summary>Sides.</summary>
public static class Sides
{
    /// <summary>The other one.</summary>
    public static Side Other(this Side side) => side == Side.Home ? Side.Away : Side.Home;
}
