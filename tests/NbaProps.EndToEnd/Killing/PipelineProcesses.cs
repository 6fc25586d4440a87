namespace NbaProps.EndToEnd.Killing;

/// <summary>The broker, the five services and the watcher, each a process of its own on one folder.</summary>
internal sealed class PipelineProcesses : IDisposable
{
    // Whoever begins a turn, ends a run or hands a message over: what was done by then is a little more each time.
    private static readonly string[] Work = [": run ", " took message "];

    private readonly Lock _gate = new();
    private long _lines;
    private long _awaited = long.MaxValue;
    private TaskCompletionSource _come = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PipelineProcesses(ProcessLeague league, string folder, int ports) =>
        All = [.. ProcessLeague.Services.Select(name => new PipelineProcess(name, league.Serve(name, folder, ports), Count))];

    /// <summary>The broker first: what it declares the others publish to.</summary>
    public IReadOnlyList<PipelineProcess> All { get; }

    /// <summary>Those that take part before the watcher comes.</summary>
    public async Task StartAsync(Func<string, bool> who)
    {
        foreach (var process in All.Where(process => who(process.Name)))
        {
            process.Start();
            await process.Ready;
        }
    }

    /// <summary>Ends when all listen.</summary>
    public Task ReadyAsync(CancellationToken cancellationToken) => Task.WhenAll(All.Select(process => process.Ready)).WaitAsync(cancellationToken);

    /// <summary>Ends when all together have told of so many more pieces of work.</summary>
    public Task WorkAsync(int more, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _awaited = _lines + more;
            _come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _come.Task.WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        foreach (var process in All)
        {
            process.Dispose();
        }
    }

    private void Count(string line)
    {
        if (!Array.Exists(Work, work => line.Contains(work, StringComparison.Ordinal)))
        {
            return;
        }

        lock (_gate)
        {
            if (++_lines >= _awaited)
            {
                _come.TrySetResult();
            }
        }
    }
}
