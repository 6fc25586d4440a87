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
    // As many as a season of captures.
    private const int Capacity = 100_000;

    private readonly DocumentRecords<GameDay> _days = new(Capacity);
    private readonly DocumentRecords<CaptureDocument> _captures = new(Capacity);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) =>
        [.. (await state.GetAllAsync(paths, cancellationToken)).Select(AsOf)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) =>
        [.. (await state.QueryAsync(query, cancellationToken)).Select(AsOf).OfType<Document>()];

    /// <inheritdoc/>
    public Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) =>
        writes.FirstOrDefault(write => write.Path.Collection is GameDay.Collection or CaptureDocument.Collection) is { } write
            ? throw new InvalidOperationException($"A replay repeats what was, and writes no {write.Path}.")
            : state.CommitAsync(writes, cancellationToken);

    private StateRead AsOf(StateRead read) => read.Document is { } document ? read with { Document = AsOf(document) } : read;

    private Document? AsOf(Document document) => document.Path.Collection switch
    {
        GameDay.Collection => Until(document),
        CaptureDocument.Collection => _captures.Of(document).CapturedAt <= clock.Now ? document : null,
        _ => document,
    };

    private Document? Until(Document document)
    {
        var day = _days.Of(document);
        return day.Until(clock.Now) switch
        {
            null => null,
            { } whole when whole.Visits.Count == day.Visits.Count => document,
            { } part => document with { Json = StateJson.Write(part) },
        };
    }
}
