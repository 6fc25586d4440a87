using NbaProps.Domain;

namespace NbaProps.Simulator.Running;

/// <summary>A season as it is seen at moments: the truth, but for games of which something else is shown then. May be asked from any thread.</summary>
internal sealed class SeasonViews
{
    // What is asked at about the same time is seen alike; an older edition of a file is made of an earlier view.
    private const int Most = 16;

    private readonly SimulatedSeason _truth;
    private readonly IReadOnlyList<ShownGame> _shown;
    private readonly DateTimeOffset[] _turns;
    private readonly Lock _lock = new();
    private readonly Dictionary<int, SimulatedSeason> _views = [];
    private readonly Queue<int> _order = new();

    public SeasonViews(SimulatedSeason truth, IReadOnlyList<ShownGame> shown)
    {
        (_truth, _shown) = (truth, shown);
        _turns = [.. shown.SelectMany(game => new[] { game.From, game.Until }).Distinct().Order()];
    }

    /// <summary>The season at a moment; the same object for all moments between two at which anything changes, while it is not forgotten.</summary>
    public SimulatedSeason At(DateTimeOffset moment)
    {
        var found = Array.BinarySearch(_turns, moment);
        var turn = found >= 0 ? found : ~found - 1;
        if (turn < 0)
        {
            return View(DateTimeOffset.MinValue);
        }

        lock (_lock)
        {
            if (_views.TryGetValue(turn, out var view))
            {
                return view;
            }

            if (_order.Count == Most)
            {
                _views.Remove(_order.Dequeue());
            }

            _order.Enqueue(turn);
            return _views[turn] = View(_turns[turn]);
        }
    }

    // Of two that are shown of a game at a time the first is seen.
    private SimulatedSeason View(DateTimeOffset at)
    {
        var seen = new Dictionary<GameId, SimulatedGame>();
        foreach (var shown in _shown.Where(shown => shown.IsSeen(at)))
        {
            seen.TryAdd(shown.Game.Scheduled.Id, shown.Game);
        }

        return seen.Count == 0 ? _truth : _truth.Seen(seen);
    }
}
