using NbaProps.Simulator.Books;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Simulator.Serving;

/// <summary>Books' lines as they stand at moments. A season's boards are made once, and lines are kept between two changes; may be asked from any thread.</summary>
internal sealed class Boards
{
    private const int MostKept = 512;

    private readonly Lock _lock = new();
    private readonly Dictionary<(ScheduledGame Game, int Moment), IReadOnlyList<Quote>> _quotes = [];
    private SimulatedSeason? _truth;
    private SimulatedSeason? _season;
    private PropBoard? _props;
    private GameBoard? _games;

    /// <summary>Lines on the players' points of a game that a feed lists.</summary>
    public IReadOnlyList<Quote> PropsOf(LeagueMoment moment, SimulatedGame game, Feed feed) =>
        LateQuotes.Of(moment, game, feed, PropsOf(moment.Season, game, moment.Now), () => ClosingPropsOf(moment, game));

    /// <summary>The last lines before the start of a game.</summary>
    public IReadOnlyList<Quote> ClosingPropsOf(LeagueMoment moment, SimulatedGame game) => PropsOf(moment.Season, game, game.Scheduled.TipOff.AddSeconds(-1));

    /// <summary>Lines on a game.</summary>
    public IReadOnlyList<GameQuote> LinesOf(LeagueMoment moment, SimulatedGame game)
    {
        lock (_lock)
        {
            Of(moment.Season);
            return game.IsOff ? [] : (_games ??= new GameBoard(moment.Season)).Of(game, moment.Now);
        }
    }

    private IReadOnlyList<Quote> PropsOf(SimulatedSeason season, SimulatedGame game, DateTimeOffset at)
    {
        if (game.IsOff || QuoteTimes.LastBefore(game.Scheduled, at) is not { } change)
        {
            return [];
        }

        lock (_lock)
        {
            Of(season);
            if (_quotes.TryGetValue((game.Scheduled, change), out var known))
            {
                return known;
            }

            if (_quotes.Count >= MostKept)
            {
                _quotes.Clear();
            }

            return _quotes[(game.Scheduled, change)] = (_props ??= new PropBoard(season.Truth)).Of(game, at);
        }
    }

    private void Of(SimulatedSeason season)
    {
        if (!ReferenceEquals(_truth, season.Truth))
        {
            (_truth, _props) = (season.Truth, null);
            _quotes.Clear();
        }

        // A book's lines on a game follow from the schedule too: who is tired, and what has been played by then.
        if (!ReferenceEquals(_season, season))
        {
            (_season, _games) = (season, null);
        }
    }
}
