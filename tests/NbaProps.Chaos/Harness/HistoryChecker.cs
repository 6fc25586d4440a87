using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Chaos.Harness;

/// <summary>
/// Checks what happened, knowing only what a unit, a ledger row and a message are: tokens never go back, a generation grows by one at most,
/// a run ends once, nobody says "completed" before it is so, and what is seen of a partition was written as a whole.
/// </summary>
public sealed class HistoryChecker
{
    // A process may sleep between the hour that it takes and its write: the toy's do so for hours.
    private static readonly TimeSpan OldestHour = TimeSpan.FromHours(8);

    private readonly Dictionary<string, UnitDocument> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LedgerRow> _ledger = new(StringComparer.Ordinal);
    private readonly Dictionary<(TableSchema Table, Partition Partition), List<object?[][]>> _versions = [];
    private readonly HashSet<(TableSchema Table, Partition Partition)> _changed = [];
    private readonly HashSet<(TableSchema Table, Partition Partition)> _filled = [];
    private readonly List<string> _violations = [];

    public IReadOnlyList<string> Violations => _violations;

    internal void Committed(string process, IReadOnlyList<DocumentWrite> writes, DateTimeOffset now)
    {
        foreach (var write in writes.Where(write => write.Json is not null))
        {
            if (string.Equals(write.Path.Collection, "units", StringComparison.Ordinal))
            {
                Check(process, StateJson.Read<UnitDocument>(write.Json!), now);
            }
            else if (string.Equals(write.Path.Collection, "ledger", StringComparison.Ordinal))
            {
                Check(process, StateJson.Read<LedgerRow>(write.Json!));
            }
        }
    }

    internal void Published(Hint hint, InMemoryStateStore state, Action<string> note)
    {
        if (hint.Kind != HintKind.Completed)
        {
            return;
        }

        var read = state.GetAsync(hint.Key.Path, CancellationToken.None).GetAwaiter().GetResult();
        var unit = read.Document is { } document ? StateJson.Read<UnitDocument>(document.Json) : null;
        if (unit is null || unit.Generation < hint.Generation || unit.Outcome == RunState.Running)
        {
            note($"VIOLATION published before it was committed: {hint.Unit} generation {hint.Generation}");
            _violations.Add($"{hint.Unit}: generation {hint.Generation} was announced and is not committed");
        }
    }

    /// <summary>A write was sent off: its rows are a version that the partition may hold, as what it held before the first one is.</summary>
    internal void Submitted(PartitionWrite write, IWarehouse warehouse)
    {
        var place = (write.Table, write.Partition);
        if (!_versions.TryGetValue(place, out var versions))
        {
            var before = Read(warehouse, write.Table, write.Partition);
            _versions[place] = versions = before.Count == 0 ? [] : [[.. before]];
        }

        versions.Add(InOrder(write));
    }

    /// <summary>A write reached the store, whole or in part.</summary>
    internal void Reached(PartitionWrite write) => _changed.Add((write.Table, write.Partition));

    /// <summary>Somebody looks at what has changed, at any moment: each partition must hold a version, or nothing while it has never held one.</summary>
    internal void Look(IWarehouse warehouse)
    {
        foreach (var place in _changed)
        {
            Check(place, Read(warehouse, place.Table, place.Partition));
        }

        _changed.Clear();
    }

    private static IReadOnlyList<object?[]> Read(IWarehouse warehouse, TableSchema table, Partition partition)
    {
        string[] columns = [.. table.Columns.Select(column => column.Name)];
        ColumnFilter[] game = partition.Game is { } id ? [new ColumnFilter("game_id", [id.ToString()])] : [];
        var request = new ReadRequest(table, columns, new GameDateRange(partition.Date, partition.Date), game);
        return warehouse.ReadAsync(request, CancellationToken.None).GetAwaiter().GetResult().Rows;
    }

    private void Check((TableSchema Table, Partition Partition) place, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count > 0)
        {
            _filled.Add(place);
        }

        if (_filled.Contains(place) && !_versions[place].Exists(version => AreSame(version, rows)))
        {
            _violations.Add($"{place.Table.FullName} of {place.Partition} was seen with {rows.Count} rows that nobody wrote as a whole");
        }
    }

    // As stores order what they are asked for.
    private static object?[][] InOrder(PartitionWrite write)
    {
        int[] key = [.. write.Table.Key.Select(name => write.Table.Columns.TakeWhile(column => !string.Equals(column.Name, name, StringComparison.Ordinal)).Count())];
        return [.. write.Rows.Rows.OrderBy(row => Array.ConvertAll(key, place => row[place]), KeyOrder.Instance)];
    }

    private static bool AreSame(object?[][] written, IReadOnlyList<object?[]> seen)
    {
        if (written.Length != seen.Count)
        {
            return false;
        }

        for (var row = 0; row < written.Length; row++)
        {
            if (!AreSame(written[row], seen[row]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSame(object?[] written, object?[] seen)
    {
        if (written.Length != seen.Length)
        {
            return false;
        }

        for (var column = 0; column < written.Length; column++)
        {
            var (one, other) = (written[column], seen[column]);
            if (!ReferenceEquals(one, other) && !(one is DateTimeOffset instant && other is DateTimeOffset kept ? Kept(instant) == Kept(kept) : Equals(one, other)))
            {
                return false;
            }
        }

        return true;
    }

    // Stores keep microseconds.
    private static long Kept(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerMicrosecond;

    private void Check(string process, UnitDocument unit, DateTimeOffset now)
    {
        if (_units.TryGetValue(unit.Unit, out var before))
        {
            if (unit.Token < before.Token)
            {
                _violations.Add($"{process}: {unit.Unit} went back from token {before.Token} to {unit.Token}");
            }

            if (unit.Generation < before.Generation || unit.Generation > before.Generation + 1)
            {
                _violations.Add($"{process}: {unit.Unit} went from generation {before.Generation} to {unit.Generation}");
            }
        }

        if (string.CompareOrdinal(unit.ChangedIn, ChangeHours.Of(now - OldestHour)) < 0 || string.CompareOrdinal(unit.ChangedIn, ChangeHours.Of(now + WatchedUnits.Slack)) > 0)
        {
            _violations.Add($"{process}: {unit.Unit} was written at {now:u} as of hour {unit.ChangedIn}, by which a watcher finds what has changed");
        }

        _units[unit.Unit] = unit;
    }

    private void Check(string process, LedgerRow row)
    {
        if (_ledger.TryGetValue(row.RunId, out var before) && before.State != RunState.Running && before != row with { Exported = before.Exported })
        {
            _violations.Add($"{process}: run {row.RunId} of {row.Unit} ended as {before.State} and again as {row.State}");
        }

        _ledger[row.RunId] = row;
    }
}
