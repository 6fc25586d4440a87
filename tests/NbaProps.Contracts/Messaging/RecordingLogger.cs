using System.Collections.Concurrent;

using Microsoft.Extensions.Logging;

namespace NbaProps.Contracts.Messaging;

/// <summary>Keeps what was logged.</summary>
public sealed class RecordingLogger<T> : ILogger<T>
{
    private readonly Lock _lock = new();
    private readonly List<(string Fragment, TaskCompletionSource Logged)> _waiters = [];

    public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

    /// <summary>Completes once a line that contains the fragment was logged.</summary>
    public async Task UntilAsync(string fragment)
    {
        var logged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
            _waiters.Add((fragment, logged));
        Check();
        await logged.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Keep((logLevel, formatter(state, exception)));

    private void Keep((LogLevel Level, string Text) line)
    {
        Lines.Enqueue(line);
        Check();
    }

    private void Check()
    {
        lock (_lock)
        {
            foreach (var waiter in _waiters.Where(waiter => Lines.Any(line => line.Text.Contains(waiter.Fragment))))
                waiter.Logged.TrySetResult();
        }
    }
}
