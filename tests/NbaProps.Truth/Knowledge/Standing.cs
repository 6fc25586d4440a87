using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Truth.Knowledge;

/// <summary>Since when a partition says what it says at the end. Rule: what a later moment does not change is not written anew and keeps its as-of.</summary>
internal static class Standing
{
    /// <summary>The rows as at the last of some moments, with the as-of of the first since which nothing in them changed.</summary>
    /// <param name="day">The date.</param>
    /// <param name="moments">The moments in order; at least one.</param>
    /// <param name="rowsAt">The rows as at a moment, whatever their as-of.</param>
    /// <param name="with">The row with another as-of.</param>
    public static IReadOnlyList<TRow> Of<TRow>(DayTruth day, IReadOnlyList<Moment> moments, Func<Moment, IReadOnlyList<TRow>> rowsAt, Func<TRow, DateTimeOffset, TRow> with)
        where TRow : WarehouseRow
    {
        var states = moments.Select(moment => (Moment: moment, Rows: rowsAt(moment))).ToArray();
        var since = states[^1];
        foreach (var state in states.Reverse())
        {
            if (!state.Rows.Select(row => with(row, default)).SequenceEqual(since.Rows.Select(row => with(row, default))))
            {
                break;
            }

            since = state;
        }

        return [.. since.Rows.Select(row => with(row, day.At(since.Moment)))];
    }
}
