using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Notifications;
using NbaProps.Hosting.Services;

namespace NbaProps.Operations;

/// <summary>The sixth service: it watches the chain and is no part of it. Its endpoints tell how it is; its loop does the work.</summary>
public sealed class OperationsService : IAsyncDisposable
{
    private readonly PipelineService _service;
    private readonly CancellationTokenSource _stopping = new();

    private OperationsService(PipelineService service, Watcher watcher, Action<DateTimeOffset> tell)
    {
        _service = service;
        Completion = watcher.RunAsync(tell, _stopping.Token);
    }

    /// <summary>The service: its name, and no phase.</summary>
    public static ServiceDefinition Definition { get; } = new("operations", [], _ => []);

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => _service.BaseAddress;

    /// <summary>Ends with the loop.</summary>
    public Task Completion { get; }

    /// <summary>Starts the endpoints and the loop.</summary>
    /// <param name="host">What it stands on.</param>
    /// <param name="tell">Told the game clock's moment before each look; a simulated upstream serves by it.</param>
    /// <param name="loggers">Where it tells of incidents.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="pace">Keeps a hurried clock and the work together; null for a clock that waits for nobody.</param>
    public static async Task<OperationsService> StartAsync(
        ServiceHost host, Action<DateTimeOffset> tell, ILoggerFactory loggers, CancellationToken cancellationToken, Pace? pace = null)
    {
        var service = await PipelineService.StartAsync(Definition, host, cancellationToken);
        var times = new WatcherTimes(host.Options.Operations.TickInterval, host.Options.Operations.ScheduleInterval);
        var notifier = new ConsoleNotifier(loggers.CreateLogger<ConsoleNotifier>());
        var watcher = new Watcher(service.Runtime, notifier, host.Options.Upstreams.Allowances(), times, host.Time, host.GameClock, loggers.CreateLogger<Watcher>()) { Pace = pace };
        return new OperationsService(service, watcher, tell);
    }

    /// <summary>Ends when the process was told to stop, or with the loop's error.</summary>
    public async Task WaitForShutdownAsync(CancellationToken cancellationToken) =>
        await await Task.WhenAny(_service.WaitForShutdownAsync(cancellationToken), Completion);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _service.DisposeAsync();
        _stopping.Dispose();
    }
}
