using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Chaos.Harness;

/// <summary>
/// Checks what happened, knowing only what a unit, a ledger row and a message are: tokens never go back, a generation grows by one at most,
/// a run ends once, and nobody says "completed" before it is so.
/// </summary>
public sealed class HistoryChecker
{
    private readonly Dictionary<string, UnitDocument> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LedgerRow> _ledger = new(StringComparer.Ordinal);
    private readonly List<string> _violations = [];

    public IReadOnlyList<string> Violations => _violations;

    internal void Committed(string process, IReadOnlyList<DocumentWrite> writes)
    {
        foreach (var write in writes.Where(write => write.Json is not null))
        {
            if (string.Equals(write.Path.Collection, "units", StringComparison.Ordinal))
            {
                Check(process, StateJson.Read<UnitDocument>(write.Json!));
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

    private void Check(string process, UnitDocument unit)
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

        _units[unit.Unit] = unit;
    }

    private void Check(string process, LedgerRow row)
    {
        if (_ledger.TryGetValue(row.RunId, out var before) && before.State != RunState.Running && before != row)
        {
            _violations.Add($"{process}: run {row.RunId} of {row.Unit} ended as {before.State} and again as {row.State}");
        }

        _ledger[row.RunId] = row;
    }
}
