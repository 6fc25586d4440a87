namespace NbaProps.Shared.Warehouse;

/// <summary>The lineage columns: which run wrote a row, and when. Never compared, never read by a processor.</summary>
/// <param name="RunId">The run, as in the ledger.</param>
/// <param name="CorrelationId">The chain of runs that the run belongs to.</param>
/// <param name="WrittenAt">Wall clock at the write, UTC.</param>
/// <param name="Token">The fencing token of the write.</param>
/// <param name="Generation">The generation of the unit that the write belongs to.</param>
public sealed record Lineage(string RunId, string CorrelationId, DateTimeOffset WrittenAt, long Token, long Generation)
{
    /// <summary>The columns, last in every table.</summary>
    public static IReadOnlyList<ColumnSchema> Columns { get; } =
    [
        new("run_id", ColumnType.String, Nullable: false, ColumnRole.Lineage, "The run that wrote the row, as in the ledger."),
        new("correlation_id", ColumnType.String, Nullable: false, ColumnRole.Lineage, "The chain of runs, from the first trigger on."),
        new("written_at", ColumnType.Timestamp, Nullable: false, ColumnRole.Lineage, "Wall clock at the write, UTC."),
        new("token", ColumnType.Int64, Nullable: false, ColumnRole.Lineage, "Fencing token of the write."),
        new("generation", ColumnType.Int64, Nullable: false, ColumnRole.Lineage, "Generation of the unit of work whose content this is."),
    ];

    /// <summary>A row's own values with the lineage behind them.</summary>
    internal object?[] Stamp(object?[] values)
    {
        var stamped = new object?[values.Length + Columns.Count];
        values.CopyTo(stamped, 0);
        CopyTo(stamped, values.Length);
        return stamped;
    }

    /// <summary>The values, in the order of <see cref="Columns"/>.</summary>
    internal void CopyTo(object?[] row, int at)
    {
        row[at] = RunId;
        row[at + 1] = CorrelationId;
        row[at + 2] = WrittenAt;
        row[at + 3] = Token;
        row[at + 4] = Generation;
    }
}
