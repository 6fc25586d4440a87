using NbaProps.Domain;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving;

/// <summary>Books' lines as they stand at moments. A season's boards are made once, and lines are kept between two changes; may be asked from any thread.</summary>
internal sealed class Boards
{
    private const int MostKept = 512;

    private readonly Lock _lock = new();
    private readonly Dictionary<(GameId Game, int Moment), IReadOnlyList<Quote>> _quotes = [];
    private SimulatedSeason? _season;
    private PropBoard? _props;
    private GameBoard? _games;

    /// <summary>Lines on the players' points of a game.</summary>
    public IReadOnlyList<Quote> PropsOf(LeagueMoment moment, SimulatedGame game) => PropsOf(moment.Season, game, moment.Now);

    /// <summary>The last lines before the start of a game.</summary>
    public IReadOnlyList<Quote> ClosingPropsOf(LeagueMoment moment, SimulatedGame game) => PropsOf(moment.Season, game, game.Scheduled.TipOff.AddSeconds(-1));

    /// <summary>Lines on a game.</summary>
    public IReadOnlyList<GameQuote> LinesOf(LeagueMoment moment, SimulatedGame game)
    {
        lock (_lock)
        {
            Of(moment.Season);
            return (_games ??= new GameBoard(moment.Season)).Of(game, moment.Now);
        }
    }

    private IReadOnlyList<Quote> PropsOf(SimulatedSeason season, SimulatedGame game, DateTimeOffset at)
    {
        if (QuoteTimes.LastBefore(game.Scheduled, at) is not { } change)
        {
            return [];
        }

        lock (_lock)
        {
            Of(season);
            if (_quotes.TryGetValue((game.Scheduled.Id, change), out var known))
            {
                return known;
            }

            if (_quotes.Count >= MostKept)
            {
                _quotes.Clear();
            }

            return _quotes[(game.Scheduled.Id, change)] = (_props ??= new PropBoard(season)).Of(game, at);
        }
    }

    private void Of(SimulatedSeason season)
    {
        if (!ReferenceEquals(_season, season))
        {
            (_season, _props, _games) = (season, null, null);
            _quotes.Clear();
        }
    }
}
