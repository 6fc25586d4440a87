using System.Diagnostics;

using NbaProps.EndToEnd.Support;

namespace NbaProps.EndToEnd.Killing;

/// <summary>One service of a folder as a process of its own, which can be killed and begins again with the same arguments.</summary>
/// <param name="name">As <c>serve --service</c> knows it.</param>
/// <param name="arguments">The command line.</param>
/// <param name="told">Called with each line that it writes to standard error.</param>
internal sealed class PipelineProcess(string name, string[] arguments, Action<string> told) : IDisposable
{
    private const int Remembered = 40;

    private readonly Queue<string> _lines = new();
    private Process? _process;
    private Task _reading = Task.CompletedTask;
    private TaskCompletionSource? _ready;
    private volatile bool _isEnded;

    public string Name => name;

    /// <summary>The number of the process that runs now.</summary>
    public int Id => _process!.Id;

    /// <summary>Ends when it listens, or pushes, or is ended before; faulted when it ended by itself. Has ended while it is not to run.</summary>
    public Task Ready => _ready?.Task ?? Task.CompletedTask;

    /// <summary>What it wrote last.</summary>
    public string Lines
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public void Start()
    {
        _isEnded = false;
        lock (_lines)
        {
            _lines.Clear();
        }

        _process = CommandLine.Begin(arguments);
        _ = _process.StandardOutput.ReadToEndAsync();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ready = ready;
        _reading = ReadAsync(_process, ready);
    }

    /// <summary>Ends it without a word, as the machine would: SIGKILL. It begins again at once.</summary>
    public async Task KillAsync()
    {
        _isEnded = true;
        _process!.Kill();
        await EndAsync();
        Start();
    }

    /// <summary>Tells it to stop, as a service manager does.</summary>
    /// <returns>Its exit code, and how long it took.</returns>
    public async Task<(int ExitCode, TimeSpan Took)> StopAsync()
    {
        _isEnded = true;
        var began = Stopwatch.GetTimestamp();
        using (var kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        var code = await EndAsync();
        return (code, Stopwatch.GetElapsedTime(began));
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
    }

    private async Task<int> EndAsync()
    {
        using var process = _process!;
        await process.WaitForExitAsync();
        await _reading;
        return process.ExitCode;
    }

    private async Task ReadAsync(Process process, TaskCompletionSource ready)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_lines)
            {
                _lines.Enqueue(line);
                if (_lines.Count > Remembered)
                {
                    _lines.Dequeue();
                }
            }

            if (line.StartsWith($"{name} listens on ", StringComparison.Ordinal) || line.StartsWith("broker pushes to ", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }

            told(line);
        }

        if (_isEnded)
        {
            // Killed while it began, which is none of its faults; whoever waits for it looks again.
            ready.TrySetResult();
        }

        ready.TrySetException(new InvalidOperationException($"{name} has ended:\n{Lines}"));
        _ = ready.Task.Exception;
    }
}
