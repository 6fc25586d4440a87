using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Ledger;

/// <summary>Reads the ledger of runs.</summary>
/// <param name="state">Where it is.</param>
public sealed class RunLedger(IStateStore state)
{
    /// <summary>The runs that began at or after an instant, by the store's time, in no particular order.</summary>
    public async Task<IReadOnlyList<LedgerRow>> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var documents = await state.QueryAsync(new DocumentQuery(LedgerRow.Collection), cancellationToken);
        return documents.Select(document => StateJson.Read<LedgerRow>(document.Json)).Where(row => row.StartedAt >= since).ToArray();
    }
}
