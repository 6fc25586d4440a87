using Microsoft.Extensions.Logging;

using NbaProps.Analytics;
using NbaProps.Cli.Commands;
using NbaProps.Embedded.Broker;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Precompute;
using NbaProps.Predictions;
using NbaProps.RawProcessors;
using NbaProps.Scrapers;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Replaying;
using NbaProps.Shared.Pipeline.Ticking;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

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

    public PipelineRuntime Watcher { get; }

    public GameDays Days => Watcher.Days;

    public Tick Tick => Watcher.Tick;

    public IReadOnlyList<PipelineService> Services => _services;

    /// <summary>Opens the folder and starts everything.</summary>
    /// <param name="options">The configuration.</param>
    /// <param name="inputs">What the process was told from outside.</param>
    /// <param name="clock">The clock of the game days.</param>
    /// <param name="time">The wall clock.</param>
    /// <param name="loggers">Where logs go.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="beforeMessagesAsync">Done before the first message is handled: some may wait from a process that was killed.</param>
    /// <param name="definitions">The services; null for all five.</param>
    /// <param name="seen">State as the services and the watcher shall see it; null for as it is.</param>
    /// <param name="pdfs">What takes the text out of the source's PDFs; null for the tool that does it for everybody's.</param>
    /// <exception cref="UsageException">A rebuild of the folder was interrupted, and this is none.</exception>
    /// <exception cref="FolderInUseException">Another dispatcher has the folder.</exception>
    public static async Task<LocalPipeline> StartAsync(
        NbaPropsOptions options,
        ConfigurationInputs inputs,
        GameClock clock,
        TimeProvider time,
        ILoggerFactory loggers,
        CancellationToken cancellationToken,
        Func<PipelineRuntime, Task>? beforeMessagesAsync = null,
        IReadOnlyList<ServiceDefinition>? definitions = null,
        Func<IStateStore, IStateStore>? seen = null,
        IPdfText? pdfs = null)
    {
        var manifest = NbaPipeline.Manifest;

        // Looked at before anything is opened or listens, so that whoever comes second hears one line; the dispatcher takes it for good.
        FolderLock.Acquire(Path.GetFullPath(options.DataDirectory), time).Dispose();
        var stores = await EmbeddedStores.OpenAsync(options, manifest, time, loggers, cancellationToken);
        if (seen is null && await ReplayProgress.FindInterruptedAsync(stores.Ports.State, cancellationToken) is not null)
        {
            // What is not rebuilt yet would be computed at once, each day at its end: rows of before a tip-off from what was known after it.
            await stores.DisposeAsync();
            throw new UsageException($"A rebuild of {options.DataDirectory} was interrupted: it goes on with nbaprops rebuild --data {options.DataDirectory}");
        }

        var ports = seen is null ? stores.Ports : stores.Ports with { State = seen(stores.Ports.State) };
        var host = ServiceProcess.HostOf(options, inputs.WithoutAddress(), ports, time, clock) with { Pdfs = pdfs };
        var services = new List<PipelineService>();
        foreach (var definition in definitions ?? Definitions)
        {
            services.Add(await PipelineService.StartAsync(definition, host, cancellationToken));
        }

        var addresses = services.ToDictionary(service => service.Definition.Phases[0], service => service.PushAddress);
        var dispatcher = new PushDispatcher(stores.Broker, TopologyOf(manifest, addresses), loggers.CreateLogger<PushDispatcher>());

        var watcher = host.CreateWatcher(loggers);
        if (beforeMessagesAsync is not null)
        {
            await beforeMessagesAsync(watcher);
        }

        // Every service of the folder runs here: whoever held a unit was pushed by a dispatcher that is gone.
        await dispatcher.StartAsync(cancellationToken, token => Takeover.RunAsync(stores.Ports.State, token));
        return new LocalPipeline(stores, host, services, dispatcher, watcher);
    }

    /// <summary>Topics and push subscriptions, derived from the manifest.</summary>
    public static BrokerTopology TopologyOf(PipelineManifest manifest, IReadOnlyDictionary<Phase, Uri> addresses) => new(
        Topics.Of(manifest),
        addresses.SelectMany(service => Topics.SubscribedBy(service.Key, manifest)
            .Select(topic => new Subscription($"{topic}-to-phase{(int)service.Key}", topic, service.Value) { RequiredAttribute = Topics.RequiredAttribute(topic, service.Key) })).ToArray());

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
