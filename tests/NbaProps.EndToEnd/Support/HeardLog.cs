using Microsoft.Extensions.Logging;

namespace NbaProps.EndToEnd.Support;

/// <summary>A log that a test listens to.</summary>
internal sealed class HeardLog : ILoggerFactory, ILogger
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private (string Fragment, TaskCompletionSource Heard)? _awaited;

    /// <summary>The lines, each with the message of its exception.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Ends with the next line from now on that has the fragment.</summary>
    public Task NextAsync(string fragment)
    {
        lock (_gate)
        {
            _awaited = (fragment, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return _awaited.Value.Heard.Task;
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("It listens itself.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var line = $"{formatter(state, exception)} {exception?.Message}".TrimEnd();
        lock (_gate)
        {
            _lines.Add(line);
            if (_awaited is { } awaited && line.Contains(awaited.Fragment, StringComparison.Ordinal))
            {
                awaited.Heard.TrySetResult();
            }
        }
    }

    public void Dispose()
    {
    }
}
