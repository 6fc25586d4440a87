using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.RawProcessors;

/// <summary>Collects the rows of a date's odds payloads, and what had to be left out of them.</summary>
internal sealed class PropsReading(GameDate date, IReadOnlyList<NbacScheduleRow> schedule)
{
    private const string Market = "player_points";

    private readonly SortedDictionary<string, OddsApiPlayerPointsPropsRow> _rows = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _unmatched = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>All rows, by key.</summary>
    public IReadOnlyList<OddsApiPlayerPointsPropsRow> Rows => [.. _rows.Values];

    /// <summary>What is missing; null when nothing is.</summary>
    public string? Missing
    {
        get
        {
            var unmatched = _unmatched.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{_unmatched.Count} events match no game on {date}: {string.Join(", ", _unmatched)}");
            var refused = _refused.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{_refused.Count} quotes left out: {string.Join(", ", _refused.Take(5))}");
            return unmatched is null && refused is null ? null : string.Join("; ", new[] { unmatched, refused }.Where(text => text is not null));
        }
    }

    /// <summary>Adds the points lines of an event.</summary>
    public void Take(OddsEvent odds)
    {
        var game = schedule.FirstOrDefault(row => row.HomeTeam == odds.Home && row.AwayTeam == odds.Away);
        if (game is null)
        {
            _unmatched.Add(odds.Name);
            return;
        }

        var context = new QuoteContext(odds, game);
        foreach (var book in odds.Bookmakers.Items())
        {
            foreach (var market in book.Required("markets").Items().Where(market => string.Equals(market.Required("key").Text(), Market, StringComparison.Ordinal)))
            {
                var updated = (market.Optional("last_update") ?? book.Optional("last_update"))?.Instant();
                Take(context, book.Required("key").Text(), updated, market.Required("outcomes"));
            }
        }
    }

    private void Take(QuoteContext context, string book, DateTimeOffset? updated, PayloadNode outcomes)
    {
        // Both sides of one point are one row: alternate lines of a player never share prices.
        var lines = new Dictionary<(NameKey Name, PointsLine Line), PropLine>();
        foreach (var outcome in outcomes.Items())
        {
            var (name, side, price) = (outcome.Required("description").Text(), outcome.Required("name"), OddsPrice.Of(outcome.Required("price")));
            if (!NameKey.TryFrom(name, out var key) || outcome.Optional("point") is not { } point || !PointsLine.TryCreate(point.Number(), out var line) || price is null)
            {
                _refused.Add($"{book} '{name}': {outcome.Element.GetRawText()}");
                continue;
            }

            if (!lines.TryGetValue((key, line), out var both))
            {
                lines[(key, line)] = both = new PropLine(name);
            }

            both.Set(side.Text() is "Over" or "Under" ? side.Text() : throw side.Refused("Over or Under"), price.Value);
        }

        foreach (var ((key, line), both) in lines)
        {
            if (both.Contradicts)
            {
                _refused.Add($"{book} '{both.PlayerName}' {line}: two prices for one side");
                continue;
            }

            var row = context.Row(book, key, line, both, updated);

            // Seen again with the same time, as a historical snapshot may be: what was captured first stands.
            _rows.TryAdd($"{row.GameId}|{book}|{key}|{line.Value.ToString("00.0", CultureInfo.InvariantCulture)}|{row.SnapshotAt.UtcTicks:D20}", row);
        }
    }
}

/// <summary>Both sides of a line while its outcomes are read.</summary>
internal sealed class PropLine(string playerName)
{
    public string PlayerName { get; } = playerName;

    public OddsPrice? Over { get; private set; }

    public OddsPrice? Under { get; private set; }

    /// <summary>Whether a side was given twice with different prices.</summary>
    public bool Contradicts { get; private set; }

    public void Set(string side, OddsPrice price)
    {
        var before = side is "Over" ? Over : Under;
        Contradicts |= before is { } other && other != price;
        if (side is "Over")
        {
            Over = price;
        }
        else
        {
            Under = price;
        }
    }
}
