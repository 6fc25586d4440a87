using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Quality;

namespace NbaProps.Analytics;

/// <summary>The date's points lines by game and player, as far as they were captured by the run's as-of and before tip-off.</summary>
internal sealed class PropBoard
{
    private const string Market = "player_points";

    private readonly Dictionary<GameId, Dictionary<PlayerKey, PropLine>> _lines = [];
    private readonly SortedSet<string> _unresolved = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _aliased = new(StringComparer.Ordinal);

    private PropBoard()
    {
    }

    /// <summary>Everyone with a line whose team plays in the game, by game; his name and team as last seen.</summary>
    public List<(GameId Game, SeenPlayer Player)> Players { get; } = [];

    /// <summary>Everyone with a line in a game of teams that he was not last seen with: which of the two is his is not known.</summary>
    public List<(GameId Game, SeenPlayer Player)> Teamless { get; } = [];

    /// <summary>Names that resolve to nobody or to several; the review table holds them with their games.</summary>
    public IReadOnlyCollection<string> Unresolved => _unresolved;

    /// <summary>Names that an operator's alias resolved, each with the player's id.</summary>
    public IReadOnlyCollection<string> Aliased => _aliased;

    public static PropBoard Of(IInputs inputs, RunContext context, IReadOnlyList<UpcomingTeamGameContextRow> teams)
    {
        var board = new PropBoard();
        var resolver = PlayerNameResolver.From(inputs.Rows<PlayersRegistryRow>().Where(row => row.GameDate < context.Date), inputs.Aliases);
        var quotes = Pregame(inputs.Rows<OddsApiPlayerPointsPropsRow>(), context, teams);
        foreach (var game in quotes.GroupBy(quote => quote.Row.GameId).OrderBy(group => group.Key))
        {
            var sides = teams.Where(team => team.GameId == game.Key).Select(team => team.Team).ToArray();
            board.Add(game.Key, game, sides, resolver);
        }

        return board;
    }

    /// <summary>A player's line in a game, or null.</summary>
    public PropLine? Line(GameId game, PlayerKey player) => _lines.GetValueOrDefault(game)?.GetValueOrDefault(player);

    /// <summary>Whether any line was captured for a game in time.</summary>
    public bool HasLines(GameId game) => _lines.ContainsKey(game);

    private static List<PropQuote> Pregame(
        IEnumerable<OddsApiPlayerPointsPropsRow> rows, RunContext context, IReadOnlyList<UpcomingTeamGameContextRow> teams)
    {
        var tipOffs = teams.GroupBy(team => team.GameId).ToDictionary(game => game.Key, game => new TipOff(game.First().TipOff, game.First().TipOffAssumed));
        var quotes = new List<PropQuote>();
        foreach (var row in rows)
        {
            var inTime = row.GameDate == context.Date && row.AsOf <= context.AsOf && row.CapturedBeforeTipOff;
            if (!inTime || !string.Equals(row.Market, Market, StringComparison.Ordinal) || !tipOffs.TryGetValue(row.GameId, out var tipOff))
                continue;
            TwoWayPrice? price = row is { OverPrice: { } over, UnderPrice: { } under } ? new TwoWayPrice(over, under) : null;
            if (PregameQuote.TryCreate(row.PointsLine, price, row.Bookmaker, row.SnapshotAt, row.SnapshotAssumed, tipOff, out var quote))
                quotes.Add(new PropQuote(quote, row));
        }

        return quotes;
    }

    private void Add(GameId game, IEnumerable<PropQuote> quotes, TeamTricode[] sides, PlayerNameResolver resolver)
    {
        var byPlayer = new Dictionary<SeenPlayer, List<PropQuote>>();
        foreach (var name in quotes.GroupBy(quote => (quote.Row.Source, quote.Row.NameKey)))
        {
            var answer = resolver.Resolve(name.Key.Source, name.Key.NameKey, sides[0], sides[1]);
            if (answer.Player is not { } player)
            {
                _unresolved.Add(name.Key.NameKey.Value);
                continue;
            }

            if (answer.Method == NameResolutionMethod.Alias)
            {
                _aliased.Add($"{name.Key.NameKey} is {player.PlayerId}");
            }

            // Two books may spell one player differently.
            if (!byPlayer.TryAdd(player, [.. name]))
                byPlayer[player].AddRange(name);
        }

        _lines[game] = byPlayer.ToDictionary(pair => pair.Key.PlayerId, pair => PropLine.Choose(pair.Value)!);
        foreach (var player in byPlayer.Keys.OrderBy(player => player.PlayerId))
            (sides.Contains(player.Team) ? Players : Teamless).Add((game, player));
    }
}
