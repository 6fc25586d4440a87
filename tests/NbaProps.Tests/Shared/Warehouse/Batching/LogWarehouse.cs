using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Warehouse.Batching;

/// <summary>What happens to one call of <see cref="LogWarehouse.AppendAsync"/>.</summary>
internal enum Fault
{
    None,

    /// <summary>It fails and stores nothing.</summary>
    Before,

    /// <summary>It stores, and its answer is lost.</summary>
    After,
}

/// <summary>A log that keeps what it is given, and fails as the script says. How it treats a row is written in the row's note.</summary>
internal sealed class LogWarehouse : IWarehouse
{
    /// <summary>Note of a row that the log refuses by name.</summary>
    public const string Refused = "refused";

    /// <summary>Note of a row for whose sake the log refuses the whole batch.</summary>
    public const string Poison = "poison";

    public Queue<Fault> Script { get; } = new();

    public bool IsMissing { get; set; }

    public bool IsDown { get; set; }

    public Exception? Defect { get; set; }

    public Func<AppendOutcome, AppendOutcome> Answer { get; set; } = outcome => outcome;

    public List<IReadOnlyList<object?[]>> Batches { get; } = [];

    public List<object?[]> Rows { get; } = [];

    public IEnumerable<string> Ids => Rows.Select(row => (string)row[1]!);

    public Task<AppendOutcome> AppendAsync(TableSchema table, RowBatch rows, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RowRules.RequireColumns(table, rows.Columns);
        foreach (var row in rows.Rows)
        {
            RowRules.FirstBroken(table, row).ShouldBeNull();
        }

        Batches.Add(rows.Rows);
        var fault = Script.TryDequeue(out var next) ? next : Fault.None;
        if (IsDown || fault == Fault.Before)
        {
            throw new TransientException("the log does not answer");
        }

        if (Defect is not null)
        {
            throw Defect;
        }

        if (IsMissing)
        {
            throw new PermanentException("there is no such log");
        }

        if (rows.Rows.Any(row => Is(row, Poison)))
        {
            throw new PermanentException("one of the rows is poison");
        }

        var refused = rows.Rows.Index().Where(row => Is(row.Item, Refused)).Select(row => new RefusedRow(row.Index, "the log refuses it")).ToArray();
        Rows.AddRange(rows.Rows.Where(row => !Is(row, Refused)));
        return fault == Fault.After
            ? throw new TransientException("the answer was lost")
            : Task.FromResult(Answer(new AppendOutcome(rows.Rows.Count - refused.Length, refused)));
    }

    public Task<LiveTable?> DescribeAsync(TableSchema table, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ApplySchemaAsync(TableSchema table, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<RowBatch> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<FencedWrite> ReplaceAsync(PartitionWrite write, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<FencedWrite> MergeAsync(PartitionWrite write, IReadOnlyList<string> updateColumns, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SettleAsync(TableSchema table, Partition partition, long token, CancellationToken cancellationToken) => throw new NotSupportedException();

    private static bool Is(object?[] row, string note) => string.Equals(row[3] as string, note, StringComparison.Ordinal);
}
