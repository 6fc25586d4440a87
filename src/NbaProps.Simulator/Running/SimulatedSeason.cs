using System.Collections.Frozen;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Simulator.Running;

/// <summary>A season from its first game to its last: the truth, to the last point; or what is seen of it at a moment, see <see cref="At"/>.</summary>
public sealed class SimulatedSeason
{
    private readonly SeasonViews? _views;
    private readonly Lazy<FrozenDictionary<GameDate, IReadOnlyList<GameId>>> _everOn;

    internal SimulatedSeason(SimulatedLeague league, IReadOnlyList<SimulatedGame> games, IReadOnlyList<Move> moves)
        : this(league, games, moves, FaultScript.None, [])
    {
    }

    internal SimulatedSeason(SimulatedLeague league, IEnumerable<SimulatedGame> games, IReadOnlyList<Move> moves, FaultScript script, IReadOnlyList<ShownGame> shown)
        : this(league, games, moves, script, truth: null)
    {
        _views = shown.Count == 0 ? null : new SeasonViews(this, shown);
        _everOn = new(() => Games.Concat(shown.Select(one => one.Game))
            .GroupBy(game => game.Scheduled.Date, game => game.Scheduled.Id)
            .ToFrozenDictionary(date => date.Key, date => (IReadOnlyList<GameId>)[.. date.Distinct().Order()]));
    }

    private SimulatedSeason(SimulatedLeague league, IEnumerable<SimulatedGame> games, IReadOnlyList<Move> moves, FaultScript script, SimulatedSeason? truth)
    {
        League = league;
        Games = [.. games.OrderBy(game => game.Scheduled.Date).ThenBy(game => game.Scheduled.Id)];
        Moves = moves;
        Script = script;
        Truth = truth ?? this;
        _everOn = truth?._everOn!;
        ById = Games.ToFrozenDictionary(game => game.Scheduled.Id);
        ByDate = Games.GroupBy(game => game.Scheduled.Date).ToFrozenDictionary(date => date.Key, date => (IReadOnlyList<SimulatedGame>)[.. date]);
    }

    /// <summary>Who plays.</summary>
    public SimulatedLeague League { get; }

    /// <summary>All games, by date and then id.</summary>
    public IReadOnlyList<SimulatedGame> Games { get; }

    /// <summary>Who changed teams, by date.</summary>
    public IReadOnlyList<Move> Moves { get; }

    /// <summary>What went wrong in it.</summary>
    public FaultScript Script { get; }

    /// <summary>The games by id.</summary>
    public FrozenDictionary<GameId, SimulatedGame> ById { get; }

    /// <summary>The games of each date that has any.</summary>
    public FrozenDictionary<GameDate, IReadOnlyList<SimulatedGame>> ByDate { get; }

    /// <summary>The season as it was: itself, unless it is what was seen of one.</summary>
    internal SimulatedSeason Truth { get; }

    /// <summary>The date of a season's first games.</summary>
    public static GameDate OpeningOf(Season season) => RegularSeason.FirstDay(season);

    /// <summary>Plays a season.</summary>
    public static SimulatedSeason Play(SimulatedLeague league) => Play(league, FaultScript.None);

    /// <summary>Plays a season in which something goes wrong: games are put off or moved, players are missing at the last minute. Where nothing does it is the same season.</summary>
    /// <param name="league">Who plays.</param>
    /// <param name="script">What goes wrong. Faults of feeds change nothing of the season.</param>
    public static SimulatedSeason Play(SimulatedLeague league, FaultScript script) => new SeasonRun(league, script).Play();

    /// <summary>The season with what goes wrong in it: played again where any of that is the league's own or a writer's, and itself where only answers are faulty.</summary>
    public SimulatedSeason With(FaultScript script) =>
        ReferenceEquals(script, Script) || script.Faults.All(fault => fault.Kind < FaultKind.Postponed) ? this : Play(League, script);

    /// <summary>The season as it is seen at a moment: games stand where the schedule has them then, and have the box scores that are known then.</summary>
    public SimulatedSeason At(DateTimeOffset moment) => Truth._views?.At(moment) ?? Truth;

    /// <summary>The events of a game. They are not kept: the game is played again, and is the same one.</summary>
    public IReadOnlyList<PlayEvent> EventsOf(SimulatedGame game)
    {
        var events = GameEngine.Play(League.Seed, game.Plan);
        return game.Entered?.In(events) ?? events;
    }

    /// <summary>The same with other games in the place of those of their ids.</summary>
    internal SimulatedSeason Seen(IReadOnlyDictionary<GameId, SimulatedGame> games) =>
        new(League, Games.Select(game => games.GetValueOrDefault(game.Scheduled.Id, game)), Moves, Script, Truth);

    /// <summary>The games that were ever on the schedule of a date, by id.</summary>
    internal IReadOnlyList<GameId> EverOn(GameDate date) => Truth._everOn.Value.GetValueOrDefault(date, []);
}
