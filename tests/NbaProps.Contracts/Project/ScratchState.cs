using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.Contracts.Project;

/// <summary>A store in which collections have names that begin with the run and the test.</summary>
/// <param name="inner">The store.</param>
/// <param name="prefix">What names begin with.</param>
internal sealed class ScratchState(IStateStore inner, string prefix) : IStateStore
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) =>
        [.. (await inner.GetAllAsync([.. paths.Select(Of)], cancellationToken)).Select(Back)];

    public async Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        DocumentWrite[] scratch = [.. writes.Select(write => write with { Path = Of(write.Path) })];
        for (var began = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                var result = await inner.CommitAsync(scratch, cancellationToken);
                return result is CommitResult.Conflict conflict ? new CommitResult.Conflict(Back(conflict.Path)) : result;
            }
            catch (TransientException met) when (met.IsConflict && TimeProvider.System.GetElapsedTime(began) < Patience)
            {
                // Two met at one document and nothing was done: the port lets a store say so, and the suite's writers ask again as the runtime does.
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    public async Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) =>
        [.. (await inner.QueryAsync(query with { Collection = prefix + query.Collection }, cancellationToken)).Select(Back)];

    private DocumentPath Of(DocumentPath path) => path with { Collection = prefix + path.Collection };

    private DocumentPath Back(DocumentPath path) => path with { Collection = path.Collection[prefix.Length..] };

    private StateRead Back(StateRead read) => read with { Document = read.Document is { } document ? Back(document) : null };

    private Document Back(Document document) => document with { Path = Back(document.Path) };
}
