using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>
/// Partitions that this process has read, by the generation and token that wrote them: a day that reads a year of history reads only what
/// is new. An entry is added only after a commit has shown that the partition did not move while it was read.
/// </summary>
internal sealed class PartitionCache(int capacity)
{
    private readonly Dictionary<(string Table, GameDate Date), Entry> _entries = [];
    private readonly Queue<(string Table, GameDate Date)> _age = new();
    private readonly Lock _gate = new();

    /// <summary>The rows of a partition as these units left it, or null when they have not been read.</summary>
    public PartitionRows? Find(string table, GameDate date, string version)
    {
        lock (_gate)
        {
            return _entries.TryGetValue((table, date), out var entry) && string.Equals(entry.Version, version, StringComparison.Ordinal) ? entry.Rows : null;
        }
    }

    /// <summary>Keeps a partition.</summary>
    public void Keep(string table, GameDate date, string version, PartitionRows rows)
    {
        lock (_gate)
        {
            if (!_entries.ContainsKey((table, date)))
            {
                _age.Enqueue((table, date));
            }

            _entries[(table, date)] = new Entry(version, rows);
            while (_entries.Count > capacity)
            {
                _entries.Remove(_age.Dequeue());
            }
        }
    }

    /// <summary>The version of a date's partition: generation and token of each unit that writes into it.</summary>
    public static string VersionOf(IEnumerable<UnitDocument> units) =>
        string.Join(';', units.Select(unit => string.Create(CultureInfo.InvariantCulture, $"{unit.Unit}@{unit.Generation}/{unit.Token}")));

    private sealed record Entry(string Version, PartitionRows Rows);
}
