using Microsoft.Extensions.Logging;

using NbaProps.Embedded;
using NbaProps.Embedded.Broker;
using NbaProps.Embedded.Files;
using NbaProps.Embedded.Sqlite;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Hosting.Services;

/// <summary>
/// The four ports of an installation whose tables and archive are on this machine, opened once per process and shared by its services. State and bus are too,
/// or, in mode emulators, on Google's.
/// </summary>
public sealed class EmbeddedStores : IPipelineStores
{
    private readonly SqliteStateStore _state;
    private readonly SqliteWarehouse _warehouse;
    private readonly GoogleStores? _google;

    private EmbeddedStores(EmbeddedOptions options, BrokerFile broker, GoogleStores? google, TimeProvider time, ILoggerFactory loggers)
    {
        _google = google;
        Options = options;
        Broker = broker;
        _state = new SqliteStateStore(options, time);
        _warehouse = new SqliteWarehouse(options);
        Ports = new Ports(
            google?.State ?? _state, _warehouse, new FileObjectStore(options), google?.Bus ?? new SqliteMessageBus(broker, loggers.CreateLogger<SqliteMessageBus>()));
        DeadLetters = google?.DeadLetters ?? new SqliteDeadLetters(broker);
    }

    /// <inheritdoc/>
    public Ports Ports { get; }

    /// <inheritdoc/>
    public IDeadLetters DeadLetters { get; }

    /// <inheritdoc/>
    public PubSubTopology? Topology => _google?.Topology;

    /// <summary>The bus's file, for the dispatcher.</summary>
    public BrokerFile Broker { get; }

    /// <summary>Where everything is.</summary>
    public EmbeddedOptions Options { get; }

    /// <summary>Opens the folder, and creates what it lacks of the pipeline's tables.</summary>
    /// <exception cref="ConfigurationException">In mode emulators it is not said where they are.</exception>
    public static async Task<EmbeddedStores> OpenAsync(
        NbaPropsOptions options, PipelineManifest manifest, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var embedded = options.Embedded with { DataDirectory = Path.GetFullPath(options.DataDirectory) };
        var google = GoogleStores.OnEmulators(options, time, loggers);
        Directory.CreateDirectory(embedded.DataDirectory);
        var broker = BrokerFile.Open(options.Broker with { DataDirectory = embedded.DataDirectory }, time);
        var stores = new EmbeddedStores(embedded, broker, google, time, loggers);
        await stores.Ports.Warehouse.EnsureTablesAsync(manifest.AllTables, cancellationToken);
        return stores;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _warehouse.DisposeAsync();
        await _state.DisposeAsync();
        await Broker.DisposeAsync();
        _google?.Dispose();
    }
}
