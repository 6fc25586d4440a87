using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Faults;

/// <summary>Draws a season's faults. Whatever one may happen to has chances of its own, so that the order of drawing, other rates and other feeds change nothing.</summary>
internal sealed class FaultDrawing(long seed, SimulatedSeason season, FaultRates rates)
{
    /// <summary>The faults by date, and of one date by feed, kind and game.</summary>
    public IEnumerable<Fault> Draw() => Enum.GetValues<FaultKind>()
        .SelectMany(kind => kind.FeedsOf().SelectMany(feed => rates.Of(feed, kind) is var rate and > 0 ? Of(kind, feed, rate) : []))
        .OrderBy(fault => fault.Date)
        .ThenBy(fault => fault.Feed, StringComparer.Ordinal)
        .ThenBy(fault => fault.Kind)
        .ThenBy(fault => fault.Game)
        .ThenBy(fault => fault.Player);

    private IEnumerable<Fault> Of(FaultKind kind, string feed, double rate) => kind.SubjectOf() switch
    {
        FaultSubject.Game => season.Games.Select(game => Draw(kind, feed, rate, game.Scheduled.Date, game)),
        FaultSubject.PlayerGame => season.Games.SelectMany(game =>
            game.Box.Players.Where(line => line.Seconds > 0).Select(line => Draw(kind, feed, rate, game.Scheduled.Date, game, line.Player.Id))),
        FaultSubject.Feed when Feeds.Find(feed) is { Scope: FeedScope.Game } => season.Games.Select(game => Draw(kind, feed, rate, game.Scheduled.Date, game)),
        FaultSubject.Feed => season.ByDate.Keys.Order().Select(date => Draw(kind, feed, rate, date)),
        _ => throw new InvalidOperationException($"Nobody said what {kind} happens to."),
    } is var drawn ? drawn.OfType<Fault>() : [];

    private Fault? Draw(FaultKind kind, string feed, double rate, GameDate date, SimulatedGame? game = null, PlayerKey? player = null)
    {
        var id = game?.Scheduled.Id;
        var dice = Dice.For(seed, "fault", kind.WordOf(), feed, date.ToString(), TextOf(id), player?.ToString() ?? string.Empty);
        return dice.Happens(rate)
            ? FaultTimes.Put(new Fault(kind, feed) { Date = date, Game = id, Player = player, Number = dice.Between(0, 999_999) }, game, dice)
            : null;
    }

    private static string TextOf(GameId? id) => id?.ToString() ?? string.Empty;
}
