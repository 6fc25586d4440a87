using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Healing;

/// <summary>
/// Closes runs that were abandoned and that nobody takes over, because their inputs are not ready or nobody asks for them any more: else the ledger would call
/// them running for ever. Whoever can run a unit closes its predecessor at once; this is for the rest, and waits for longer, by what is usual for the processor: a run
/// that is only slow is no failure. One that wakes afterwards finds that it does not hold the unit any more, and a write that it left stays open until the
/// next run settles it.
/// </summary>
public sealed class StaleRuns
{
    private const int TimesUsual = 2;

    private readonly IStateStore _state;
    private readonly RuntimeOptions _options;

    internal StaleRuns(IStateStore state, RuntimeOptions options) => (_state, _options) = (state, options);

    /// <summary>Closes what is stale.</summary>
    /// <param name="cancellationToken">Ends it; the next goes on.</param>
    /// <returns>The units whose run was closed.</returns>
    public async Task<IReadOnlyList<UnitKey>> CloseAsync(CancellationToken cancellationToken)
    {
        var now = await _state.TimeAsync(cancellationToken);
        var gone = (await _state.QueryAsync(new DocumentQuery(UnitKey.Collection, Field: "attention", Value: true), cancellationToken))
            .Select(stored => (stored.Version, Unit: StateJson.Read<UnitDocument>(stored.Json)))
            .Where(held => held.Unit is { Holder: not null, LeaseUntil: { } until } && now - until > _options.Lease)
            .ToArray();
        if (gone.Length == 0)
        {
            return [];
        }

        var baselines = (await _state.QueryAsync(new DocumentQuery(RunBaseline.Collection), cancellationToken))
            .Select(document => StateJson.Read<RunBaseline>(document.Json))
            .ToDictionary(baseline => baseline.Processor, baseline => baseline.Usual, StringComparer.Ordinal);
        var closed = new List<UnitKey>();
        foreach (var (version, unit) in gone)
        {
            if (now - unit.LeaseUntil > PatienceOf(baselines.GetValueOrDefault(unit.Key.Processor)) && await CloseAsync(unit, version, unit.Holder!, now, cancellationToken))
            {
                closed.Add(unit.Key);
            }
        }

        return closed;
    }

    private TimeSpan PatienceOf(TimeSpan? usual) => usual is { } known && known * TimesUsual > _options.Lease ? known * TimesUsual : _options.Lease;

    // Whoever changed the unit meanwhile lives. The revision is another one: who was closed, and had lost the answer of his last commit, would take this one for it,
    // and end a second time.
    private async Task<bool> CloseAsync(UnitDocument unit, string version, string holder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<DocumentWrite> writes = [UnitWrites.Of(unit with { LeaseUntil = null, Holder = null, Revision = $"{holder}:closed" }, now, Precondition.VersionIs(version))];
        var read = await _state.GetAsync(LedgerRow.PathOf(holder), cancellationToken);
        if (read.Document is { } stored && StateJson.Read<LedgerRow>(stored.Json) is { State: RunState.Running } row)
        {
            var ended = row with { State = RunState.Failed, Reason = "abandoned: its lease ran out, and nobody has taken over", EndedAt = now };
            writes.Add(new(row.Path, StateJson.Write(ended), Precondition.VersionIs(stored.Version)));
        }

        return await _state.CommitAsync(writes, cancellationToken) is CommitResult.Committed;
    }
}
