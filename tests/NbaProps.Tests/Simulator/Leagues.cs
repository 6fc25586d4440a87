using NbaProps.Domain.Calendar;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator;

/// <summary>Leagues that several tests look at, each made once.</summary>
internal static class Leagues
{
    private static readonly Lazy<SimulatedSeason> FullSeason = new(() => SimulatedSeason.Play(Create(1, LeagueSize.Full)));

    public static Season Year { get; } = new(2025);

    /// <summary>The whole season of seed 1.</summary>
    public static SimulatedSeason Full => FullSeason.Value;

    /// <summary>A small season, played anew.</summary>
    public static SimulatedSeason Pocket(long seed) => SimulatedSeason.Play(Create(seed, LeagueSize.Pocket));

    public static SimulatedLeague Create(long seed, LeagueSize size) => SimulatedLeague.Create(seed, Year, size);
}
