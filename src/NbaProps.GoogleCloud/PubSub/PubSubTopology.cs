using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.PubSub;

/// <summary>Makes topics and subscriptions what they are declared to be. Doing it again changes nothing, and what is there and not declared stays.</summary>
/// <param name="client">The way to Pub/Sub.</param>
/// <param name="project">The project's id.</param>
/// <param name="options">What subscriptions are like unless they say otherwise.</param>
/// <param name="identity">As whom Pub/Sub pushes; null for an emulator, which can nobody be.</param>
public sealed class PubSubTopology(GoogleRestClient client, string project, PubSubOptions options, PushIdentity? identity)
{
    private readonly PubSubNames _names = new(project);
    private readonly SubscriptionDeclarations _declarations = new(project, options);

    /// <summary>Declares the topics, their subscriptions, and where dead letters go.</summary>
    /// <exception cref="PermanentException">A subscription is there with another topic or filter: it has to be deleted by hand, because what it has not delivered goes with it.</exception>
    public async Task DeclareAsync(IReadOnlyList<string> topics, IReadOnlyList<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        foreach (var topic in topics.Append(options.DeadLetterTopic))
        {
            await TopicAsync(topic, cancellationToken);
        }

        // Without a subscription of its own the topic would lose what it is sent. First, so that nothing is given up before it is there.
        await SubscriptionAsync(_declarations.DeadLetters(), cancellationToken);
        foreach (var subscription in subscriptions)
        {
            await SubscriptionAsync(_declarations.Of(subscription, identity), cancellationToken);
        }
    }

    private async Task TopicAsync(string topic, CancellationToken cancellationToken)
    {
        var request = GoogleRequest.Json("Pub/Sub create topic", HttpMethod.Put, PubSubNames.Address(_names.Topic(topic)), new WireTopic(), PubSubJson.Short.WireTopic);
        var answer = await client.SendAsync(request with { Repeatable = true }, cancellationToken);
        if (answer.Meaning != StatusMeaning.AlreadyThere)
        {
            answer.RequireDone();
        }
    }

    private async Task SubscriptionAsync(WireSubscription wanted, CancellationToken cancellationToken)
    {
        var address = PubSubNames.Address(wanted.Name!);
        var create = GoogleRequest.Json("Pub/Sub create subscription", HttpMethod.Put, address, wanted, PubSubJson.Short.WireSubscription);
        var answer = await client.SendAsync(create with { Repeatable = true }, cancellationToken);
        if (answer.Meaning != StatusMeaning.AlreadyThere)
        {
            answer.RequireDone();
            return;
        }

        var get = new GoogleRequest("Pub/Sub get subscription", HttpMethod.Get, new Uri(address, UriKind.Relative)) { Repeatable = true };
        var there = (await client.SendAsync(get, cancellationToken)).Read(PubSubJson.Short.WireSubscription);
        RequireSame(wanted, "topic", wanted.Topic, there.Topic);
        RequireSame(wanted, "filter", wanted.Filter, there.Filter);
        if (SubscriptionDifference.Of(wanted, there) is not { Length: > 0 } different)
        {
            return;
        }

        var update = GoogleRequest.Json(
            "Pub/Sub update subscription", HttpMethod.Patch, address, new UpdateSubscriptionRequest(wanted, different), PubSubJson.Short.UpdateSubscriptionRequest);
        (await client.SendAsync(update with { Repeatable = true }, cancellationToken)).RequireDone();
    }

    private void RequireSame(WireSubscription wanted, string what, string? declared, string? there)
    {
        if (!string.Equals(declared ?? string.Empty, there ?? string.Empty, StringComparison.Ordinal))
        {
            var name = PubSubNames.Short(wanted.Name!);
            throw new PermanentException(
                $"The subscription '{name}' is there with the {what} '{there}' and declared with '{declared}', which Pub/Sub cannot change: gcloud pubsub subscriptions delete {name} --project {project}");
        }
    }
}
