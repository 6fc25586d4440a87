using System.Collections.Frozen;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.Simulator.League;

/// <summary>The league on the first day of a season: who there is, and where. The same seed and size make the same one.</summary>
public sealed class SimulatedLeague
{
    private SimulatedLeague(long seed, Season season, LeagueSize size, FrozenDictionary<TeamTricode, IReadOnlyList<SimulatedPlayer>> rosters)
    {
        Seed = seed;
        Season = season;
        Size = size;
        Rosters = rosters;
        Players = rosters.Values.SelectMany(roster => roster).ToFrozenDictionary(player => player.Id);
    }

    /// <summary>What everything follows from.</summary>
    public long Seed { get; }

    /// <summary>The season.</summary>
    public Season Season { get; }

    /// <summary>How large it is.</summary>
    public LeagueSize Size { get; }

    /// <summary>Who is with which team on the first day, the best first.</summary>
    public FrozenDictionary<TeamTricode, IReadOnlyList<SimulatedPlayer>> Rosters { get; }

    /// <summary>Everybody.</summary>
    public FrozenDictionary<PlayerKey, SimulatedPlayer> Players { get; }

    /// <summary>Makes one.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="season">The season that it plays.</param>
    /// <param name="size">How large it is.</param>
    public static SimulatedLeague Create(long seed, Season season, LeagueSize size)
    {
        var maker = new RosterMaker(seed, season);
        return new(seed, season, size, size.Teams.ToFrozenDictionary(team => team, team => maker.Of(team, size.PlayersPerTeam)));
    }
}
