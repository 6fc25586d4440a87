using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Domain.Calendar;
using NbaProps.Embedded.Broker;
using NbaProps.Embedded.InMemory;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Operations;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Hosting.Requests;

/// <summary>One of the six services on a free port of this machine, on stores in memory: its name, its address and all that it answers to.</summary>
internal sealed class ServiceOfTests : IAsyncDisposable
{
    private readonly IAsyncDisposable _service;
    private readonly InMemoryStateStore _state;

    private ServiceOfTests(string name, Uri address, IReadOnlyList<Endpoint> endpoints, InMemoryStateStore state, IAsyncDisposable service) =>
        (Name, Address, Endpoints, _state, _service) = (name, address, endpoints, state, service);

    /// <summary>The five of the pipeline and the watcher.</summary>
    public static IReadOnlyList<ServiceDefinition> Definitions { get; } =
    [
        NbaProps.Scrapers.ScrapersService.Definition, NbaProps.RawProcessors.RawProcessorsService.Definition, NbaProps.Analytics.AnalyticsService.Definition,
        NbaProps.Precompute.PrecomputeService.Definition, NbaProps.Predictions.PredictionsService.Definition, OperationsService.Definition,
    ];

    public string Name { get; }

    public Uri Address { get; }

    public IReadOnlyList<Endpoint> Endpoints { get; }

    /// <summary>Starts one, with its tables.</summary>
    public static async Task<ServiceOfTests> StartAsync(ServiceDefinition definition, NbaPropsOptions options, string? keys = null, TimeProvider? time = null, ConfigurationInputs? inputs = null)
    {
        var warehouse = new InMemoryWarehouse();
        foreach (var table in NbaPipeline.Manifest.AllTables)
            await warehouse.ApplySchemaAsync(table, default);
        var state = new InMemoryStateStore(TimeProvider.System);
        var host = new ServiceHost
        {
            Manifest = NbaPipeline.Manifest,
            Options = options with
            {
                Ports = new PortsOptions { Base = 0 },
                Logging = new LoggingOptions { Level = LogLevel.None },
                Operations = new OperationsOptions { Clock = WatcherClock.Scheduler },
            },
            Inputs = inputs ?? new ConfigurationInputs(),
            Ports = new Ports(state, warehouse, new InMemoryObjectStore(), new InMemoryMessageBus()),
            Time = time ?? TimeProvider.System,
            GameClock = options.Clock.Create(TimeProvider.System),
            Pdfs = new NoPdfs(),
            GoogleKeys = keys,
        };
        if (definition == OperationsService.Definition)
        {
            var watcher = await OperationsService.StartAsync(host, _ => { }, NullLoggerFactory.Instance, default);
            return new(definition.Name, watcher.BaseAddress, watcher.Endpoints, state, watcher);
        }

        var service = await PipelineService.StartAsync(definition, host, default);
        return new(definition.Name, service.BaseAddress, service.Endpoints, state, service);
    }

    /// <summary>How many messages a handler has had.</summary>
    public async Task<int> MessagesAsync() => (await _state.QueryAsync(new DocumentQuery("messages"), default)).Count;

    /// <summary>Lets a day reach a moment.</summary>
    public Task ReachAsync(GameDate date, Moment moment) =>
        new GameDays(_state, TimeProvider.System, new RuntimeOptions()).ReachAsync(date, moment, date.At(12), visit: 1, "test", date.At(12), default);

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
