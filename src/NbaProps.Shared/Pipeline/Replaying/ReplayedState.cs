using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Replaying;

/// <summary>
/// State as it was at a moment of the past: the days have reached what they had reached by then, and what was captured later is not there yet. Everything
/// else is as it is. Who computes on it sees what was known, and cannot tell that more has come since.
/// </summary>
/// <param name="state">State as it is.</param>
/// <param name="clock">The moment.</param>
public sealed class ReplayedState(IStateStore state, GameClock clock) : IStateStore
{
    /// <inheritdoc/>
    public async Task<StateRead> GetAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        var read = await state.GetAsync(path, cancellationToken);
        return read.Document is { } document ? read with { Document = AsOf(document) } : read;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) =>
        [.. (await state.QueryAsync(query, cancellationToken)).Select(AsOf).OfType<Document>()];

    /// <inheritdoc/>
    public Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) =>
        writes.FirstOrDefault(write => write.Path.Collection is GameDay.Collection or CaptureDocument.Collection) is { } write
            ? throw new InvalidOperationException($"A replay repeats what was, and writes no {write.Path}.")
            : state.CommitAsync(writes, cancellationToken);

    private Document? AsOf(Document document) => document.Path.Collection switch
    {
        GameDay.Collection => StateJson.Read<GameDay>(document.Json).Until(clock.Now) is { } day ? document with { Json = StateJson.Write(day) } : null,
        CaptureDocument.Collection => StateJson.Read<CaptureDocument>(document.Json).CapturedAt <= clock.Now ? document : null,
        _ => document,
    };
}
