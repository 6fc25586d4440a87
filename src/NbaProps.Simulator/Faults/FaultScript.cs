using System.Collections.Frozen;

using NbaProps.Domain;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Faults;

/// <summary>What goes wrong in a season: drawn once, or written by hand, and never changed.</summary>
public sealed class FaultScript
{
    private readonly FrozenDictionary<string, Fault[]> _byFeed;
    private readonly FrozenDictionary<GameId, Fault[]> _byGame;

    /// <summary>A script of single faults.</summary>
    public FaultScript(params IEnumerable<Fault> faults)
    {
        Faults = [.. faults];
        _byFeed = Faults.GroupBy(fault => fault.Feed, StringComparer.Ordinal).ToFrozenDictionary(feed => feed.Key, feed => feed.ToArray(), StringComparer.Ordinal);
        _byGame = Faults.Where(fault => fault.Game is not null).GroupBy(fault => fault.Game!.Value).ToFrozenDictionary(game => game.Key, game => game.ToArray());
    }

    /// <summary>Nothing goes wrong.</summary>
    public static FaultScript None { get; } = new();

    /// <summary>All faults, in the order in which they were drawn or written.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>Draws what goes wrong in a season. The same seed, season and rates are the same script, and one rate changes nothing of another's faults.</summary>
    /// <param name="seed">The league's, or another one for other faults of the same league.</param>
    /// <param name="season">As it is played when nothing goes wrong.</param>
    /// <param name="rates">How often.</param>
    public static FaultScript Draw(long seed, SimulatedSeason season, FaultRates rates) => new(new FaultDrawing(seed, season, rates).Draw());

    /// <summary>The faults of a feed, or of the league.</summary>
    public IReadOnlyList<Fault> OfFeed(string feed) => _byFeed.GetValueOrDefault(feed, []);

    /// <summary>The faults of one kind that happen to a game or to players of it, whatever the feed.</summary>
    public IEnumerable<Fault> OfGame(FaultKind kind, GameId game) => _byGame.GetValueOrDefault(game, []).Where(fault => fault.Kind == kind);

    /// <summary>The faults of one kind.</summary>
    public IEnumerable<Fault> OfKind(FaultKind kind) => Faults.Where(fault => fault.Kind == kind);

    /// <summary>A line for each fault.</summary>
    public override string ToString() => string.Concat(Faults.Select(fault => fault + "\n"));
}
