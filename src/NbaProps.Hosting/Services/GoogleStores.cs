using Microsoft.Extensions.Logging;

using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Firestore;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.State;

namespace NbaProps.Hosting.Services;

/// <summary>State and bus by Google's interfaces, opened once per process.</summary>
internal sealed class GoogleStores : IDisposable
{
    private readonly GoogleClients _clients;

    /// <summary>State and bus of a project.</summary>
    /// <param name="options">The configuration.</param>
    /// <param name="project">The project's id.</param>
    /// <param name="clients">The ways there; closed with this.</param>
    /// <param name="identity">As whom Pub/Sub pushes; null where it can be nobody, or nobody is to be declared.</param>
    public GoogleStores(NbaPropsOptions options, string project, GoogleClients clients, PushIdentity? identity)
    {
        _clients = clients;
        State = new FirestoreStateStore(clients.Firestore(), project, options.GoogleCloud.FirestoreDatabase, [.. StateCollections.Asked]);
        var client = clients.PubSub();
        Bus = new PubSubMessageBus(client, project);
        DeadLetters = new PubSubDeadLetters(client, State, project, options.PubSub);
        Topology = new PubSubTopology(client, project, options.PubSub, identity);
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
        { GoogleCloud: { FirestoreEmulator.Length: > 0, PubSubEmulator.Length: > 0 } google } =>
            new(options, google.ProjectId ?? GoogleCloudOptions.EmulatedProject, new GoogleClients(google, new NoTokens(), time, loggers), identity: null),
        _ => throw new ConfigurationException(["GoogleCloud:FirestoreEmulator and GoogleCloud:PubSubEmulator are not both set: accepted in mode emulators is host:port for each"]),
    };

    /// <inheritdoc/>
    public void Dispose() => _clients.Dispose();
}
