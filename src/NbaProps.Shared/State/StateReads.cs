namespace NbaProps.Shared.State;

/// <summary>Reading one document.</summary>
public static class StateReads
{
    /// <summary>Reads one document, and the store's own time.</summary>
    /// <param name="state">The store.</param>
    /// <param name="path">Which document.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<StateRead> GetAsync(this IStateStore state, DocumentPath path, CancellationToken cancellationToken) =>
        (await state.GetAllAsync([path], cancellationToken))[0];
}
