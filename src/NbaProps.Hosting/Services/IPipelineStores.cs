using NbaProps.GoogleCloud.PubSub;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Hosting.Services;

/// <summary>The four ports of an installation, opened once per process and shared by its services.</summary>
public interface IPipelineStores : IAsyncDisposable
{
    /// <summary>The ports.</summary>
    Ports Ports { get; }

    /// <summary>What could not be processed.</summary>
    IDeadLetters DeadLetters { get; }

    /// <summary>Declares topics and subscriptions; null where the folder's own dispatcher does.</summary>
    PubSubTopology? Topology { get; }
}
