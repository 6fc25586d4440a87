namespace NbaProps.Shared.Resilience;

/// <summary>Lets at most so many callers in at a time; the others wait in the order they came.</summary>
/// <remarks>A waiter goes on in the thread of the one that left, so that the deterministic harness can drive it.</remarks>
/// <param name="limit">How many may be inside, 1 or more.</param>
public sealed class ConcurrencyGate(int limit)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private int _free = limit >= 1 ? limit : throw new ArgumentOutOfRangeException(nameof(limit), limit, "1 or more.");

    /// <summary>Waits for a place. Disposing what is returned gives the place back.</summary>
    /// <param name="cancellationToken">Gives the wait up.</param>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource();
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return new Place(this);
            }

            _waiting.AddLast(turn);
        }

        await using var registration = cancellationToken.UnsafeRegister((_, token) => GiveUp(turn, token), null);
        await turn.Task;
        return new Place(this);
    }

    private void GiveUp(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        bool waited;
        lock (_lock)
        {
            waited = _waiting.Remove(turn);
        }

        // Not waiting any more means that the place is theirs already: they take it and find the token cancelled at their next step.
        if (waited)
        {
            turn.SetCanceled(cancellationToken);
        }
    }

    private void Leave()
    {
        TaskCompletionSource? next;
        lock (_lock)
        {
            next = _waiting.First?.Value;
            if (next is null)
            {
                _free++;
            }
            else
            {
                _waiting.RemoveFirst();
            }
        }

        next?.SetResult();
    }

    private sealed class Place(ConcurrencyGate gate) : IDisposable
    {
        private ConcurrencyGate? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Leave();
    }
}
