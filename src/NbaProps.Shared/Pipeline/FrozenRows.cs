using System.Globalization;

using NbaProps.Domain;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline;

/// <summary>A row of which what was known before tip-off must stand for ever.</summary>
public interface IServedRow
{
    /// <summary>The game that the row is about.</summary>
    GameId GameId { get; }

    /// <summary>Start of the game.</summary>
    DateTimeOffset TipOff { get; }

    /// <summary>One of <see cref="Servings"/>; part of the key.</summary>
    string Serving { get; }
}

/// <summary>What a row of a frozen table is.</summary>
public static class Servings
{
    /// <summary>As it stood before tip-off.</summary>
    public const string Served = "served";

    /// <summary>As it would be by what became known after tip-off; for training and for looking back, never for the record.</summary>
    public const string Replay = "replay";
}

/// <summary>
/// The one rule of frozen dates. Before a game's tip-off its rows are replaced. From tip-off on those that were served stay exactly as they
/// are, and what is computed then stands beside them as a replay where it says something else.
/// </summary>
public static class FrozenRows
{
    /// <summary>The rows that the partition shall hold, in the order of their keys.</summary>
    /// <param name="computed">What the inputs give now; whatever their serving says.</param>
    /// <param name="own">What the partition holds.</param>
    /// <param name="now">The game clock at the run: <see cref="RunContext.Now"/>.</param>
    /// <param name="withServing">The row with another serving.</param>
    /// <typeparam name="TRow">Row of the table; its key has a column <c>serving</c>.</typeparam>
    /// <remarks>A game has begun when the served or the computed rows say so: a start that is moved later unfreezes nothing.</remarks>
    public static IReadOnlyList<TRow> Apply<TRow>(
        IReadOnlyList<TRow> computed, IReadOnlyList<TRow> own, DateTimeOffset now, Func<TRow, string, TRow> withServing)
        where TRow : WarehouseRow, IServedRow
    {
        var served = own.Where(row => string.Equals(row.Serving, Servings.Served, StringComparison.Ordinal)).ToArray();
        var begun = computed.Concat(served).Where(row => row.TipOff <= now).Select(row => row.GameId).ToHashSet();
        var kept = served.Where(row => begun.Contains(row.GameId)).ToDictionary(Identity, StringComparer.Ordinal);
        var rows = new List<TRow>(kept.Values);
        foreach (var row in computed)
        {
            var asServed = withServing(row, Servings.Served);
            if (!begun.Contains(row.GameId))
            {
                rows.Add(asServed);
            }
            else if (!kept.TryGetValue(Identity(row), out var before) || !SameContent(before, asServed))
            {
                rows.Add(withServing(row, Servings.Replay));
            }
        }

        return [.. rows.OrderBy(row => Key(row, leaveOutServing: false).ToArray(), KeyOrder.Instance)];
    }

    /// <summary>Whether two rows say the same in every column that tells content; as-of is not among them.</summary>
    private static bool SameContent<TRow>(TRow left, TRow right)
        where TRow : WarehouseRow
    {
        var table = Table<TRow>.Instance;
        var (leftValues, rightValues) = (table.ToValues(left), table.ToValues(right));
        for (var index = 0; index < leftValues.Length; index++)
        {
            if (table.Schema.Columns[index].Role == ColumnRole.Content && !Equals(Stored(leftValues[index]), Stored(rightValues[index])))
            {
                return false;
            }
        }

        return true;
    }

    // The stores keep microseconds, and no offset.
    private static object? Stored(object? value) => value is DateTimeOffset instant ? instant.UtcTicks / 10 : value;

    private static string Identity<TRow>(TRow row)
        where TRow : WarehouseRow =>
        string.Join('|', Key(row, leaveOutServing: true).Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));

    private static IEnumerable<object?> Key<TRow>(TRow row, bool leaveOutServing)
        where TRow : WarehouseRow
    {
        var table = Table<TRow>.Instance;
        var values = table.ToValues(row);
        return table.Schema.Key
            .Where(name => !leaveOutServing || !string.Equals(name, "serving", StringComparison.Ordinal))
            .Select(name => values[ContentIndex(table.ContentColumns, name)]);
    }

    private static int ContentIndex(IReadOnlyList<string> columns, string name)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (string.Equals(columns[index], name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        throw new InvalidOperationException($"The key column {name} is not a column.");
    }
}
