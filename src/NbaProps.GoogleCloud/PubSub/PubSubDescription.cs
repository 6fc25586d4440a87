using System.Text.Json;
using System.Text.Json.Nodes;

using NbaProps.Shared.Messaging;

namespace NbaProps.GoogleCloud.PubSub;

/// <summary>Topics and subscriptions as messages of Pub/Sub's interface, for whoever writes them down: the same that <see cref="PubSubTopology"/> sends.</summary>
/// <param name="project">The project's id, or what stands for it.</param>
/// <param name="options">What subscriptions are like unless they say otherwise.</param>
public sealed class PubSubDescription(string project, PubSubOptions options)
{
    private readonly SubscriptionDeclarations _declarations = new(project, options);

    /// <summary>A topic by its name.</summary>
    public JsonObject Topic(string name) => new() { ["name"] = new PubSubNames(project).Topic(name) };

    /// <summary>The subscription that keeps dead letters.</summary>
    public JsonObject DeadLetters() => Written(_declarations.DeadLetters());

    /// <summary>A push subscription.</summary>
    /// <param name="subscription">What is declared.</param>
    /// <param name="identity">As whom Pub/Sub pushes.</param>
    public JsonObject Of(Subscription subscription, PushIdentity identity) => Written(_declarations.Of(subscription, identity));

    private static JsonObject Written(WireSubscription subscription) => JsonSerializer.SerializeToNode(subscription, PubSubJson.Short.WireSubscription)!.AsObject();
}
