using System.Collections.Concurrent;

using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>
/// What processors have computed, for runtimes of one process that compute the same thousands of times: the deterministic harness, whose seeds, rebuilds and
/// repeated computations read the same rows again and again. A processor is a pure function: the same instance with the same inputs at the same moment says the
/// same. Safe for many threads.
/// </summary>
/// <param name="capacity">How many outputs, and how many partitions, are kept; one more, and all are forgotten.</param>
/// <param name="checkEvery">Of so many outputs that are found one is computed all the same and must be equal: a processor that is no function of its inputs is told of.</param>
internal sealed class ComputedUnits(int capacity, int checkEvery)
{
    private readonly ConcurrentDictionary<ComputedFrom, ComputedUnit> _outputs = new();
    private readonly ConcurrentDictionary<SharedPartition, PartitionRows> _partitions = new();
    private long _found;

    /// <summary>How many outputs were found instead of computed.</summary>
    public long Found => Interlocked.Read(ref _found);

    /// <summary>The rows of a partition as one object, whoever reads them: so two inputs are the same if they are one object.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">The rows, all columns but lineage, in the order of the table's key.</param>
    public PartitionRows Share(TableSchema table, IReadOnlyList<object?[]> values)
    {
        if (_partitions.Count >= capacity)
        {
            _partitions.Clear();
        }

        return _partitions.GetOrAdd(new SharedPartition(table, values), static shared => new PartitionRows(shared.Values));
    }

    /// <summary>The output that was computed from these inputs, or what is computed now.</summary>
    /// <exception cref="InvalidOperationException">An output was computed once more and is another one.</exception>
    public ComputedUnit Get(ComputedFrom from, Func<ComputedUnit> compute)
    {
        if (_outputs.TryGetValue(from, out var known))
        {
            return Interlocked.Increment(ref _found) % checkEvery != 0 || compute().SaysTheSame(known)
                ? known
                : throw new InvalidOperationException($"{from} is no function of its inputs: computed once more, it says something else.");
        }

        if (_outputs.Count >= capacity)
        {
            _outputs.Clear();
        }

        return _outputs.GetOrAdd(from, compute());
    }

    /// <summary>Rows that are compared by what they hold.</summary>
    private readonly struct SharedPartition(TableSchema table, IReadOnlyList<object?[]> values) : IEquatable<SharedPartition>
    {
        private readonly TableSchema _table = table;
        private readonly int _hash = HashOf(table, values);

        public IReadOnlyList<object?[]> Values { get; } = values;

        public bool Equals(SharedPartition other) => _hash == other._hash && ReferenceEquals(_table, other._table) && ComputedUnit.AreEqual(Values, other.Values);

        public override bool Equals(object? obj) => obj is SharedPartition other && Equals(other);

        public override int GetHashCode() => _hash;

        private static int HashOf(TableSchema table, IReadOnlyList<object?[]> rows)
        {
            var hash = new HashCode();
            hash.Add(table.FullName, StringComparer.Ordinal);
            foreach (var row in rows)
            {
                foreach (var value in row)
                {
                    hash.Add(value);
                }
            }

            return hash.ToHashCode();
        }
    }
}

/// <summary>All that a table processor's output depends on.</summary>
/// <param name="Processor">The processor itself: another instance may be another build.</param>
/// <param name="Context">The moment and place.</param>
/// <param name="Inputs">What was read: shared partitions, which are compared as objects, and texts that name everything else.</param>
internal sealed record ComputedFrom(object Processor, RunContext Context, IReadOnlyList<object> Inputs)
{
    public bool Equals(ComputedFrom? other) =>
        other is not null && ReferenceEquals(Processor, other.Processor) && Context == other.Context && Inputs.SequenceEqual(other.Inputs);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Context);
        foreach (var input in Inputs)
        {
            hash.Add(input);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Processor.GetType().Name} of {Context.Partition} at {Context.AsOf:O}";

    /// <summary>What tells a captured payload from any other.</summary>
    public static IEnumerable<object> Of(CapturedPayload payload) =>
    [
        // The path ends in the hash of the bytes, which the archive has checked.
        payload.Path, payload.CapturedAt, payload.AsOf, payload.Item ?? string.Empty,
        .. payload.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => new[] { pair.Key, pair.Value }),
    ];
}

/// <summary>An output as it was computed.</summary>
/// <param name="State">How good it is.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Rows">The rows as values, without lineage. They are not to be changed.</param>
/// <param name="Hash">Hash of their content.</param>
/// <param name="Counts">What the run counted besides, as text.</param>
internal sealed record ComputedUnit(RunState State, string Reason, object?[][] Rows, string Hash, string? Counts)
{
    /// <summary>Whether another one says the same to the last value.</summary>
    public bool SaysTheSame(ComputedUnit other) =>
        State == other.State
        && string.Equals(Reason, other.Reason, StringComparison.Ordinal)
        && string.Equals(Counts, other.Counts, StringComparison.Ordinal)
        && string.Equals(Hash, other.Hash, StringComparison.Ordinal)
        && AreEqual(Rows, other.Rows);

    internal static bool AreEqual(IReadOnlyList<object?[]> rows, IReadOnlyList<object?[]> others)
    {
        if (rows.Count != others.Count)
        {
            return false;
        }

        for (var index = 0; index < rows.Count; index++)
        {
            var (row, other) = (rows[index], others[index]);
            for (var column = 0; column < row.Length; column++)
            {
                if (!ReferenceEquals(row[column], other[column]) && !Equals(row[column], other[column]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
