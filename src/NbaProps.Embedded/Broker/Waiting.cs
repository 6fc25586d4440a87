namespace NbaProps.Embedded.Broker;

/// <summary>Waiting for an event or for time to pass, whichever is first.</summary>
internal static class Waiting
{
    /// <summary>Returns when the event happens, the time is over or the token is cancelled; it never throws.</summary>
    public static async Task ForAsync(Task happening, TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        if (happening.IsCompleted)
            return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(happening, Task.Delay(atMost, time, over.Token));
        // The timer would otherwise live on until its time, once for each event.
        await over.CancelAsync();
    }
}
