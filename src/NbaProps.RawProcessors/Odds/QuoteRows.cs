using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Warehouse;

namespace NbaProps.RawProcessors.Odds;

/// <summary>Collects the rows of a date's quotes by key, and what had to be left out of them.</summary>
/// <typeparam name="TRow">Row of the table that the quotes are for.</typeparam>
internal sealed class QuoteRows<TRow>(GameDate date, IReadOnlyList<NbacScheduleRow> schedule)
    where TRow : WarehouseRow
{
    private readonly SortedDictionary<string, TRow> _rows = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _unmatched = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>The date.</summary>
    public GameDate Date => date;

    /// <summary>All rows, by key.</summary>
    public IReadOnlyList<TRow> Rows => [.. _rows.Values];

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

    /// <summary>An event's game of the schedule; null, and the event is named as missing, when there is none.</summary>
    /// <param name="home">Home team; null when it is none of the thirty.</param>
    /// <param name="away">Visiting team; null when it is none of the thirty.</param>
    /// <param name="name">The event in words.</param>
    public NbacScheduleRow? GameOf(TeamTricode? home, TeamTricode? away, string name)
    {
        var game = schedule.FirstOrDefault(row => row.HomeTeam == home && row.AwayTeam == away);
        if (game is null)
        {
            _unmatched.Add(name);
        }

        return game;
    }

    public void LeaveOut(IEnumerable<string> reasons) => _refused.UnionWith(reasons);

    /// <summary>Adds a row. Seen again with the same time, as a historical snapshot may be, what was captured first stands.</summary>
    /// <param name="key">The parts of its key below the date, in an order that texts sort in.</param>
    /// <param name="row">The row.</param>
    public void Add(string key, TRow row) => _rows.TryAdd(key, row);
}
