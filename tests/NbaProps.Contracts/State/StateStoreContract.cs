using NbaProps.Shared.State;

namespace NbaProps.Contracts.State;

/// <summary>What every coordination store promises. An adapter's tests derive from it.</summary>
public abstract partial class StateStoreContract : IAsyncLifetime
{
    /// <summary>The store under test, empty at first.</summary>
    protected IStateStore Store { get; private set; } = null!;

    /// <summary>Another instance over the same documents, as another process has it; the same instance where there is no such thing.</summary>
    protected IStateStore Other { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Store = await OpenAsync();
        Other = await OpenAsync();
    }

    public abstract Task DisposeAsync();

    protected abstract Task<IStateStore> OpenAsync();

    /// <summary>How often something is done that is done so many times where it costs nothing.</summary>
    protected virtual int Rounds(int usual) => usual;

    protected static DocumentPath At(string id, string collection = "units") => new(collection, id);

    protected static DocumentWrite Put(string id, string json, Precondition? precondition = null, string collection = "units") =>
        new(At(id, collection), json, precondition ?? Precondition.None);

    protected static DocumentWrite Delete(string id, Precondition? precondition = null) => new(At(id), null, precondition ?? Precondition.None);

    protected async Task<CommitResult.Committed> CommitAsync(params DocumentWrite[] writes) =>
        (await Store.CommitAsync(writes, default)).ShouldBeOfType<CommitResult.Committed>();

    protected async Task<DocumentPath> ConflictAsync(params DocumentWrite[] writes) =>
        (await Store.CommitAsync(writes, default)).ShouldBeOfType<CommitResult.Conflict>().Path;

    protected async Task<Document?> FindAsync(string id) => (await Store.GetAsync(At(id), default)).Document;

    protected async Task<string[]> IdsAsync(DocumentQuery query) => [.. (await Store.QueryAsync(query, default)).Select(document => document.Path.Id)];
}
