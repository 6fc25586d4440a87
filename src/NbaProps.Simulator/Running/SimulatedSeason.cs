using System.Collections.Frozen;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Simulator.Running;

/// <summary>A season from its first game to its last: the truth, to the last point.</summary>
public sealed class SimulatedSeason
{
    internal SimulatedSeason(SimulatedLeague league, IReadOnlyList<SimulatedGame> games, IReadOnlyList<Move> moves)
    {
        League = league;
        Games = games;
        Moves = moves;
        ById = games.ToFrozenDictionary(game => game.Scheduled.Id);
        ByDate = games.GroupBy(game => game.Scheduled.Date).ToFrozenDictionary(date => date.Key, date => (IReadOnlyList<SimulatedGame>)[.. date]);
    }

    /// <summary>Who plays.</summary>
    public SimulatedLeague League { get; }

    /// <summary>All games, by date and then id.</summary>
    public IReadOnlyList<SimulatedGame> Games { get; }

    /// <summary>Who changed teams, by date.</summary>
    public IReadOnlyList<Move> Moves { get; }

    /// <summary>The games by id.</summary>
    public FrozenDictionary<GameId, SimulatedGame> ById { get; }

    /// <summary>The games of each date that has any.</summary>
    public FrozenDictionary<GameDate, IReadOnlyList<SimulatedGame>> ByDate { get; }

    /// <summary>The date of a season's first games.</summary>
    public static GameDate OpeningOf(Season season) => RegularSeason.FirstDay(season);

    /// <summary>Plays a season.</summary>
    public static SimulatedSeason Play(SimulatedLeague league) => new SeasonRun(league).Play();

    /// <summary>The events of a game. They are not kept: the game is played again, and is the same one.</summary>
    public IReadOnlyList<PlayEvent> EventsOf(SimulatedGame game) => GameEngine.Play(League.Seed, game.Plan);
}
