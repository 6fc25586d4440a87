using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Deployments;
using NbaProps.Hosting.Notifications;
using NbaProps.Hosting.Services;
using NbaProps.Operations.Deployments;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Operations;

/// <summary>The sixth service: it watches the chain and is no part of it. Its endpoints tell how it is; its loop does the work.</summary>
public sealed class OperationsService : IAsyncDisposable
{
    private readonly PipelineService _service;
    private readonly VersionEndpoints? _versions;
    private readonly CancellationTokenSource _stopping = new();

    private OperationsService(PipelineService service, Watcher watcher, ServiceHost host, Action<DateTimeOffset> tell, VersionEndpoints? versions)
    {
        _service = service;
        _versions = versions;
        Completion = host.Options.Operations.Clock == WatcherClock.Scheduler
            ? Task.Delay(Timeout.InfiniteTimeSpan, host.Time, _stopping.Token)
            : watcher.RunAsync(tell, _stopping.Token);
    }

    /// <summary>The service: its name, and no phase.</summary>
    public static ServiceDefinition Definition { get; } = new("operations", [], _ => []);

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => _service.BaseAddress;

    /// <summary>All that it answers to.</summary>
    internal IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> Endpoints => _service.Endpoints;

    /// <summary>Ends with the loop.</summary>
    public Task Completion { get; }

    /// <summary>Runs the watcher in a process of its own until it is told to stop.</summary>
    /// <param name="options">The configuration.</param>
    /// <param name="inputs">What the process was told from outside.</param>
    /// <param name="listening">Told the address once it listens.</param>
    /// <param name="cancellationToken">Tells it to stop, as the process's signals do.</param>
    public static async Task RunAsync(NbaPropsOptions options, ConfigurationInputs inputs, Func<Uri, Task> listening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(listening);
        TakenPorts.Refuse([Definition.Name], options, inputs);
        using var loggers = ServiceProcess.LoggersOf(Definition, options, inputs);
        await using var stores = await PipelineStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, loggers, cancellationToken);
        var host = ServiceProcess.HostOf(options, inputs, stores.Ports, TimeProvider.System, options.Clock.Create(TimeProvider.System)) with { DeadLetters = stores.DeadLetters };
        await using var operations = await StartAsync(host, _ => { }, loggers, cancellationToken);
        await listening(operations.BaseAddress);
        await operations.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>Starts the endpoints, and the loop unless a clock from outside says when to look.</summary>
    /// <param name="host">What it stands on.</param>
    /// <param name="tell">Told the game clock's moment before each look; a simulated upstream serves by it.</param>
    /// <param name="loggers">Where it tells of incidents.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="pace">Keeps a hurried clock and the work together; null for a clock that waits for nobody.</param>
    public static async Task<OperationsService> StartAsync(
        ServiceHost host, Action<DateTimeOffset> tell, ILoggerFactory loggers, CancellationToken cancellationToken, Pace? pace = null)
    {
        var versions = host.Options.Deployment.IsWatchedIn(host.Options.Mode)
            ? new VersionEndpoints(host.Options.Deployment.AddressesIn(host.Options.Mode, host.Options.Ports), HandlerIn(host, loggers), host.Time)
            : null;
        Watcher? watcher = null;
        var service = await PipelineService.StartAsync(Definition, host, cancellationToken, (routes, runtime) =>
        {
            watcher = WatcherOf(runtime, host, loggers, pace, versions);
            if (host.Options.Operations.Clock == WatcherClock.Scheduler)
            {
                var guard = host.Guard();
                routes.MapWatch(WatchEndpoints.Advance, guard, watcher.AdvanceAsync, host.Time, loggers.CreateLogger<OperationsService>());
                routes.MapWatch(WatchEndpoints.Tick, guard, watcher.TickAsync, host.Time, loggers.CreateLogger<OperationsService>());
            }
        });
        return new OperationsService(service, watcher!, host, tell, versions);
    }

    private static Watcher WatcherOf(PipelineRuntime runtime, ServiceHost host, ILoggerFactory loggers, Pace? pace, VersionEndpoints? versions)
    {
        var times = new WatcherTimes(host.Options.Operations.TickInterval, host.Options.Operations.ScheduleInterval);
        var desk = new IncidentDesk(new IncidentLog(host.Ports.State), new ConsoleNotifier(loggers.CreateLogger<ConsoleNotifier>()));
        var upstreams = host.Options.Upstreams;
        return new Watcher(runtime, desk, upstreams.Allowances(), times, host.Time, host.GameClock, loggers.CreateLogger<Watcher>())
        {
            Pace = pace,
            ExpectsLines = ExpectsLines(upstreams),
            DeadLetters = host.DeadLetters,
            Drift = versions is null ? null : new DriftKeeper(versions, host.Ports.Objects, desk),
        };
    }

    /// <summary>Whether any source of points lines is switched on.</summary>
    internal static bool ExpectsLines(UpstreamsOptions upstreams) => upstreams.OddsApi.Enabled || upstreams.BettingPros.Enabled;

    private static HttpMessageHandler HandlerIn(ServiceHost host, ILoggerFactory loggers) => host.Options.Mode == Mode.Cloud
        ? IdentityTokenHandler.OfThisAccount(new SocketsHttpHandler(), host.Options.GoogleCloud, host.Time, loggers)
        : new SocketsHttpHandler();

    /// <summary>Ends when the process was told to stop, or with the loop's error.</summary>
    public async Task WaitForShutdownAsync(CancellationToken cancellationToken) =>
        await await Task.WhenAny(_service.WaitForShutdownAsync(cancellationToken), Completion);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _service.DisposeAsync();
        _versions?.Dispose();
        _stopping.Dispose();
    }
}
