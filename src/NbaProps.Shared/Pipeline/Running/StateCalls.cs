using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>State calls with a few tries around those that may be repeated: reads, never commits.</summary>
internal sealed class StateCalls(IStateStore state, TimeProvider time, RuntimeOptions options)
{
    /// <summary>A read, tried again when it failed transiently.</summary>
    public Task<StateRead> GetAsync(DocumentPath path, CancellationToken cancellationToken) =>
        RepeatAsync(token => state.GetAsync(path, token), cancellationToken);

    /// <summary>Reads together, tried again when they failed transiently.</summary>
    public Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) =>
        RepeatAsync(token => state.GetAllAsync(paths, token), cancellationToken);

    /// <summary>A query, tried again when it failed transiently.</summary>
    public Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) =>
        RepeatAsync(token => state.QueryAsync(query, token), cancellationToken);

    /// <summary>
    /// A commit. A lost answer is answered by <paramref name="wasApplied"/>, which reads the documents again; not applied means that it may be
    /// tried again with the same preconditions.
    /// </summary>
    public async Task<CommitResult> CommitAsync(
        IReadOnlyList<DocumentWrite> writes, Func<CancellationToken, Task<CommitResult?>> wasApplied, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await state.CommitAsync(writes, cancellationToken);
            }
            catch (Exception failure) when (Faults.Classify(failure) == FaultKind.Transient && !cancellationToken.IsCancellationRequested)
            {
                if (await wasApplied(cancellationToken) is { } answer)
                {
                    return answer;
                }

                if (attempt >= options.StateAttempts)
                {
                    throw;
                }

                await PauseAsync(attempt, cancellationToken);
            }
        }
    }

    /// <summary>
    /// For the commit of who begins anew when a document has moved: a conflict when it has since it was read, whoever moved it; null when it has not, so that the
    /// same commit is tried again, and in the end given up.
    /// </summary>
    public async Task<CommitResult?> MovedAsync(DocumentPath path, StateRead before, CancellationToken cancellationToken) =>
        string.Equals((await GetAsync(path, cancellationToken)).Document?.Version, before.Document?.Version, StringComparison.Ordinal) ? null : new CommitResult.Conflict(path);

    /// <summary>Repeats a call that may be repeated while it fails transiently.</summary>
    public async Task<T> RepeatAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call(cancellationToken);
            }
            catch (Exception failure) when (
                Faults.Classify(failure) == FaultKind.Transient && attempt < options.StateAttempts && !cancellationToken.IsCancellationRequested)
            {
                await PauseAsync(attempt, cancellationToken);
            }
        }
    }

    private Task PauseAsync(int attempt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // The token is not handed to the delay: a cancelled Task.Delay completes on another thread, which the harness forbids, and the wait is short.
#pragma warning disable CA2016, MA0040
        return Task.Delay(options.StateRetryDelay * Math.Pow(2, attempt - 1), time);
#pragma warning restore CA2016, MA0040
    }
}
