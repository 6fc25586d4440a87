using Microsoft.Extensions.Logging;

using NbaProps.GoogleCloud.Firestore;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Upstreams;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.State;

namespace NbaProps.Hosting.Services;

/// <summary>State and bus by Google's interfaces, opened once per process.</summary>
internal sealed class GoogleStores : IDisposable
{
    private readonly HttpMessageInvoker _http = new(GoogleRestClient.CreateHandler());

    private GoogleStores(NbaPropsOptions options, string project, string firestore, string pubSub, TimeProvider time, ILoggerFactory loggers)
    {
        var jitter = LiveUpstreams.Jitter();
        State = new FirestoreStateStore(ClientOf(firestore), project, options.GoogleCloud.FirestoreDatabase, [.. StateCollections.Asked]);
        var client = ClientOf(pubSub);
        Bus = new PubSubMessageBus(client, project);
        DeadLetters = new PubSubDeadLetters(client, State, project, options.PubSub);
        Topology = new PubSubTopology(client, project, options.PubSub, identity: null);

        GoogleRestClient ClientOf(string host) => new(
            new Uri($"http://{host}/"), options.GoogleCloud, new NoTokens(), _http, time, jitter, loggers.CreateLogger<GoogleRestClient>());
    }

    /// <summary>Coordination documents.</summary>
    public IStateStore State { get; }

    /// <summary>Publishing.</summary>
    public IMessageBus Bus { get; }

    /// <summary>What could not be processed.</summary>
    public IDeadLetters DeadLetters { get; }

    /// <summary>Declares topics and subscriptions.</summary>
    public PubSubTopology Topology { get; }

    /// <summary>Those on Google's emulators; null in every other mode.</summary>
    /// <exception cref="ConfigurationException">It is not said where they listen.</exception>
    public static GoogleStores? OnEmulators(NbaPropsOptions options, TimeProvider time, ILoggerFactory loggers) => options switch
    {
        { Mode: not Mode.Emulators } => null,
        { GoogleCloud: { FirestoreEmulator: { Length: > 0 } firestore, PubSubEmulator: { Length: > 0 } pubSub, ProjectId: var project } } =>
            new(options, project, firestore, pubSub, time, loggers),
        _ => throw new ConfigurationException(["GoogleCloud:FirestoreEmulator and GoogleCloud:PubSubEmulator are not both set: accepted in mode emulators is host:port for each"]),
    };

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
