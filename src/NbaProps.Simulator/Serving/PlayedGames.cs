using NbaProps.Domain;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving;

/// <summary>Events and box scores of games as far as they are played at a moment. The events of the latest games asked for are kept; may be asked from any thread.</summary>
public sealed class PlayedGames
{
    // About as many as are played on a date: an upstream is asked for a date's games one after the other, and by several sources.
    private const int Most = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<(GameId Game, WrongEntry? Entered), IReadOnlyList<PlayEvent>> _events = [];
    private readonly Queue<(GameId Game, WrongEntry? Entered)> _order = new();
    private SimulatedSeason? _season;

    /// <summary>What has happened in a game by the moment; empty before its start.</summary>
    public IReadOnlyList<PlayEvent> EventsOf(LeagueMoment moment, SimulatedGame game) => moment.StatusOf(game) switch
    {
        GameStatus.Scheduled => [],
        GameStatus.Live => [.. All(moment.Season, game).TakeWhile(play => GameTimes.At(game, play) <= moment.Now)],
        _ => All(moment.Season, game),
    };

    /// <summary>The box score of a game that a feed has at the moment; null before its start.</summary>
    public BoxScore? BoxOf(LeagueMoment moment, SimulatedGame game, Feed feed) =>
        moment.IsPlaceholder(feed, game) ? BoxOf(moment, game)?.Emptied() : BoxOf(moment, game);

    /// <summary>The box score of a game at the moment; null before its start.</summary>
    public BoxScore? BoxOf(LeagueMoment moment, SimulatedGame game) => moment.StatusOf(game) switch
    {
        GameStatus.Scheduled => null,
        GameStatus.Live => BoxScore.Of(game.Plan, EventsOf(moment, game)),
        _ => game.Box,
    };

    private IReadOnlyList<PlayEvent> All(SimulatedSeason seen, SimulatedGame game)
    {
        var season = seen.Truth;
        var key = (game.Scheduled.Id, game.Entered);
        lock (_lock)
        {
            if (!ReferenceEquals(_season, season))
            {
                _events.Clear();
                _order.Clear();
                _season = season;
            }

            if (_events.TryGetValue(key, out var known))
            {
                return known;
            }
        }

        var events = season.EventsOf(game);
        lock (_lock)
        {
            if (ReferenceEquals(_season, season) && _events.TryAdd(key, events))
            {
                _order.Enqueue(key);
                if (_order.Count > Most)
                {
                    _events.Remove(_order.Dequeue());
                }
            }
        }

        return events;
    }
}
