using System.Globalization;
using System.Text.Json;

using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Payloads;

/// <summary>One of stats.nba.com's result sets: headers, and rows of cells in their order. Cells are found by header, never by position.</summary>
internal sealed class ResultSet
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly PayloadNode _rows;

    private ResultSet(PayloadNode set, IReadOnlyList<string> accepted)
    {
        foreach (var header in set.Required("headers").Items())
        {
            if (!_columns.TryAdd(header.Text(), _columns.Count))
            {
                throw new PermanentException(OneLine.Of($"{set.File}: header {header.Text()} stands there twice"));
            }
        }

        var missing = accepted.Where(header => !_columns.ContainsKey(header)).ToArray();
        if (missing.Length > 0)
        {
            throw new PermanentException(
                OneLine.Of($"{set.File}: header {string.Join(", ", missing)} is missing; there are {OneLine.Of(string.Join(", ", _columns.Keys), 1_000)}; needed are {string.Join(", ", accepted)}, in any order and among any others"));
        }

        _rows = set.Required("rowSet");
    }

    /// <summary>The rows.</summary>
    public IEnumerable<ResultRow> Rows => _rows.Items().Select((row, index) => new ResultRow(this, row, index + 1));

    /// <summary>Reads a result set by name.</summary>
    /// <param name="payload">The whole payload.</param>
    /// <param name="name">Name of the set.</param>
    /// <param name="headers">Headers that it must have; others are welcome.</param>
    public static ResultSet Of(PayloadNode payload, string name, IReadOnlyList<string> headers)
    {
        var sets = payload.Required("resultSets").Items().ToArray();
        var set = sets.Where(set => string.Equals(set.Required("name").Text(), name, StringComparison.Ordinal)).ToArray();
        return set.Length == 1
            ? new ResultSet(set[0], headers)
            : throw new PermanentException($"{payload.File}: has {set.Length} result sets {name} among {sets.Length}; accepted is one");
    }

    /// <summary>The names of the headers of a set that <see cref="Find"/> found; empty when they are no list of texts.</summary>
    public static IReadOnlyList<string> HeaderNames(PayloadNode set) =>
        set.Optional("headers") is { Kind: JsonValueKind.Array } headers
            ? [.. headers.Items().Where(header => header.Kind == JsonValueKind.String).Select(header => header.Text())]
            : [];

    /// <summary>A result set by name, or null: for those who only want to know what a payload is.</summary>
    public static PayloadNode? Find(PayloadNode payload, string name) =>
        payload.Optional("resultSets") is { Kind: JsonValueKind.Array } sets
            ? sets.Items().Cast<PayloadNode?>().FirstOrDefault(set => set!.Value.Optional("name") is { Kind: JsonValueKind.String } text && string.Equals(text.Text(), name, StringComparison.Ordinal))
            : null;

    internal PayloadNode Cell(PayloadNode row, int number, string header)
    {
        var column = _columns[header];
        return row.Kind == JsonValueKind.Array && row.Element.GetArrayLength() == _columns.Count
            ? new PayloadNode(row.File, string.Create(CultureInfo.InvariantCulture, $"row {number}, {header}"), row.Element[column])
            : throw new PermanentException(string.Create(CultureInfo.InvariantCulture, $"{row.File}: row {number} is not an array of {_columns.Count} cells, one for each header"));
    }
}

/// <summary>A row of a result set.</summary>
internal sealed class ResultRow(ResultSet set, PayloadNode row, int number)
{
    /// <summary>Its place, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>A cell.</summary>
    public PayloadNode this[string header] => set.Cell(row, Number, header);
}
