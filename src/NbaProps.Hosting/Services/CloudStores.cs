using Microsoft.Extensions.Logging;

using NbaProps.GoogleCloud.BigQuery;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.GoogleCloud.Storage;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Hosting.Services;

/// <summary>
/// An installation on Google Cloud: tables in BigQuery, messages over Pub/Sub, state in Firestore, payloads in Cloud Storage, with the credentials of this machine
/// (Application Default Credentials). Nothing is asked of Google until a port is used.
/// </summary>
public sealed class CloudStores : IPipelineStores
{
    private readonly GoogleStores _google;

    private CloudStores(GoogleStores google, Ports ports) => (_google, Ports) = (google, ports);

    /// <inheritdoc/>
    public Ports Ports { get; }

    /// <inheritdoc/>
    public IDeadLetters DeadLetters => _google.DeadLetters;

    /// <inheritdoc/>
    public PubSubTopology? Topology => _google.Topology;

    /// <summary>Opens it.</summary>
    /// <param name="options">The configuration.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where repeated calls and near limits are told.</param>
    /// <exception cref="ConfigurationException">Project or bucket is not said.</exception>
    public static CloudStores Open(NbaPropsOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options is not { GoogleCloud.ProjectId: { Length: > 0 } project, CloudStorage.Bucket: { Length: > 0 } bucket })
        {
            throw new ConfigurationException(["GoogleCloud:ProjectId and CloudStorage:Bucket are not both set; accepted in mode cloud: the project's id, and the name of the archive's bucket"]);
        }

        var clients = new GoogleClients(options.GoogleCloud, DefaultTokens.OfThisMachine(), time, loggers);
        var identity = options.Push is { ServiceAccount: { Length: > 0 } account, Audience: { Length: > 0 } audience } ? new PushIdentity(account, audience) : null;
        var google = new GoogleStores(options, project, clients, identity);
        var quota = new BigQueryQuota(time, loggers.CreateLogger<BigQueryQuota>());
        return new(google, new Ports(
            google.State,
            new BigQueryWarehouse(clients.BigQuery(), project, options.BigQuery, quota, time),
            new CloudStorageObjectStore(clients.Storage(), bucket, loggers.CreateLogger<CloudStorageObjectStore>()),
            google.Bus));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _google.Dispose();
        return ValueTask.CompletedTask;
    }
}
