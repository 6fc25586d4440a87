using Microsoft.Extensions.Logging;

using NbaProps.Embedded;
using NbaProps.Embedded.Broker;
using NbaProps.Embedded.Files;
using NbaProps.Embedded.Sqlite;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Hosting.Services;

/// <summary>The four ports of an embedded installation, opened once per process and shared by its services.</summary>
public sealed class EmbeddedStores : IAsyncDisposable
{
    private readonly SqliteStateStore _state;
    private readonly SqliteWarehouse _warehouse;

    private EmbeddedStores(EmbeddedOptions options, BrokerFile broker, TimeProvider time, ILoggerFactory loggers)
    {
        Options = options;
        Broker = broker;
        _state = new SqliteStateStore(options, time);
        _warehouse = new SqliteWarehouse(options);
        Ports = new Ports(_state, _warehouse, new FileObjectStore(options), new SqliteMessageBus(broker, loggers.CreateLogger<SqliteMessageBus>()));
    }

    /// <summary>The ports.</summary>
    public Ports Ports { get; }

    /// <summary>The bus's file, for the dispatcher and the dead letters.</summary>
    public BrokerFile Broker { get; }

    /// <summary>Where everything is.</summary>
    public EmbeddedOptions Options { get; }

    /// <summary>Opens the folder, and creates what it lacks of the pipeline's tables.</summary>
    public static async Task<EmbeddedStores> OpenAsync(
        NbaPropsOptions options, PipelineManifest manifest, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var embedded = options.Embedded with { DataDirectory = Path.GetFullPath(options.DataDirectory) };
        Directory.CreateDirectory(embedded.DataDirectory);
        var broker = BrokerFile.Open(options.Broker with { DataDirectory = embedded.DataDirectory }, time);
        var stores = new EmbeddedStores(embedded, broker, time, loggers);
        await stores.Ports.Warehouse.EnsureTablesAsync(manifest.AllTables, cancellationToken);
        return stores;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _warehouse.DisposeAsync();
        await _state.DisposeAsync();
        await Broker.DisposeAsync();
    }
}
