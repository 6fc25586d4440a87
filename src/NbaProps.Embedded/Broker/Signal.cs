namespace NbaProps.Embedded.Broker;

/// <summary>Wakes everyone who waits. Take <see cref="Next"/> before looking at the state that the wait is about: nothing is missed then.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes at the next pulse.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes all who hold <see cref="Next"/>.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
