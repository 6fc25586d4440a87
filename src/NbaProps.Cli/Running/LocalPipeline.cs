using Microsoft.Extensions.Logging;

using NbaProps.Analytics;
using NbaProps.Cli.Commands;
using NbaProps.Embedded.Broker;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Operations;
using NbaProps.Precompute;
using NbaProps.Predictions;
using NbaProps.RawProcessors;
using NbaProps.Scrapers;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Replaying;
using NbaProps.Shared.Pipeline.Ticking;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Cli.Running;

/// <summary>The five services, the broker and the watcher in one process, each service on its own port, on one data folder.</summary>
internal sealed class LocalPipeline : IAsyncDisposable
{
    private readonly EmbeddedStores _stores;
    private readonly IReadOnlyList<PipelineService> _services;
    private readonly PushDispatcher _dispatcher;

    private LocalPipeline(EmbeddedStores stores, ServiceHost host, IReadOnlyList<PipelineService> services, PushDispatcher dispatcher, PipelineRuntime watcher)
    {
        _stores = stores;
        Host = host;
        _services = services;
        _dispatcher = dispatcher;
        Watcher = watcher;
    }

    /// <summary>The five, in phase order.</summary>
    public static IReadOnlyList<ServiceDefinition> Definitions { get; } =
    [
        ScrapersService.Definition,
        RawProcessorsService.Definition,
        AnalyticsService.Definition,
        PrecomputeService.Definition,
        PredictionsService.Definition,
    ];

    /// <summary>What the services stand on.</summary>
    public ServiceHost Host { get; }

    /// <summary>The folder's stores, as all services of this process have them.</summary>
    public EmbeddedStores Stores => _stores;

    public PipelineRuntime Watcher { get; }

    public GameDays Days => Watcher.Days;

    public Tick Tick => Watcher.Tick;

    public IReadOnlyList<PipelineService> Services => _services;

    /// <summary>Opens the folder and starts everything.</summary>
    /// <exception cref="UsageException">A rebuild of the folder was interrupted, and this is none; or the folder holds another league than the source's; or the mode is another.</exception>
    /// <exception cref="ConfigurationException">A port is taken.</exception>
    /// <exception cref="FolderInUseException">Another dispatcher has the folder.</exception>
    public static async Task<LocalPipeline> StartAsync(PipelineStart start, CancellationToken cancellationToken)
    {
        var (options, loggers, manifest) = (start.Options, start.Loggers, NbaPipeline.Manifest);
        if (options.Mode != Mode.Embedded)
        {
            // Nobody could say when all has been handled.
            throw new UsageException($"In mode {ServeCommand.WordOf(options.Mode)} each service is a process of its own: accepted is nbaprops serve --service NAME --mode {ServeCommand.WordOf(options.Mode)}");
        }

        // Looked at before anything is opened or listens, so that whoever comes second hears one line; the dispatcher takes it for good.
        FolderLock.Acquire(Path.GetFullPath(options.DataDirectory), start.Time).Dispose();

        // Where ports are given at all the watcher follows.
        TakenPorts.Refuse([.. start.Definitions.Select(definition => definition.Name), OperationsService.Definition.Name], options, start.Inputs.WithoutAddress());
        var stores = await EmbeddedStores.OpenAsync(options, manifest, start.Time, loggers, cancellationToken);
        if (await WhyNotAsync(stores, start, cancellationToken) is { } refused)
        {
            await stores.DisposeAsync();
            throw new UsageException(refused);
        }

        var ports = start.Seen is null ? stores.Ports : stores.Ports with { State = start.Seen(stores.Ports.State) };
        ports = start.Elsewhere?.Invoke(ports) ?? ports;
        var host = ServiceProcess.HostOf(options, start.Inputs.WithoutAddress(), ports, start.Time, start.Clock) with { Pdfs = start.Pdfs };
        var services = new List<PipelineService>();
        foreach (var definition in start.Definitions)
        {
            services.Add(await PipelineService.StartAsync(definition, host, cancellationToken));
        }

        var addresses = services.ToDictionary(service => service.Definition.Phases[0], service => service.PushAddress);
        var dispatcher = new PushDispatcher(stores.Broker, TopologyOf(manifest, addresses), loggers.CreateLogger<PushDispatcher>());

        var watcher = host.CreateWatcher(loggers);
        if (start.BeforeMessagesAsync is not null)
        {
            await start.BeforeMessagesAsync(watcher);
        }

        // Every service of the folder runs here: whoever held a unit was pushed by a dispatcher that is gone.
        await dispatcher.StartAsync(cancellationToken, token => Takeover.RunAsync(stores.Ports.State, token));
        return new LocalPipeline(stores, host, services, dispatcher, watcher);
    }

    private static async Task<string?> WhyNotAsync(EmbeddedStores stores, PipelineStart start, CancellationToken cancellationToken)
    {
        if (start.Seen is null && await ReplayProgress.FindInterruptedAsync(stores.Ports.State, cancellationToken) is not null)
        {
            // What is not rebuilt yet would be computed at once, each day at its end: rows of before a tip-off from what was known after it.
            return $"A rebuild of {start.Options.DataDirectory} was interrupted: it goes on with nbaprops rebuild --data {start.Options.DataDirectory}";
        }

        return start.Source is null ? null : await FolderLeague.ClaimAsync(stores.Ports.State, start.Source, start.Options.DataDirectory, cancellationToken);
    }

    /// <summary>Topics and push subscriptions, derived from the manifest.</summary>
    public static BrokerTopology TopologyOf(PipelineManifest manifest, IReadOnlyDictionary<Phase, Uri> addresses) => new(
        Topics.Of(manifest),
        addresses.SelectMany(service => PushSubscriptions.Of(service.Key, manifest, service.Value)).ToArray());

    /// <summary>Ends when every message has been handled.</summary>
    public Task WaitUntilIdleAsync(CancellationToken cancellationToken) => _dispatcher.WaitUntilIdleAsync(cancellationToken);

    /// <summary>Ends with the error that stopped the dispatcher, should one.</summary>
    public Task Completion => _dispatcher.Completion;

    public async ValueTask DisposeAsync()
    {
        await _dispatcher.StopAsync(CancellationToken.None);
        await _dispatcher.DisposeAsync();
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        await _stores.DisposeAsync();
    }
}
