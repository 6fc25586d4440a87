using System.Text.Json;

using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Deployment.Live;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.PubSub;

/// <summary>A push subscription that there shall be, and as whom it pushes.</summary>
/// <param name="Subscription">What is declared.</param>
/// <param name="Identity">As whom.</param>
public sealed record DeclaredPush(Subscription Subscription, PushIdentity Identity);

/// <summary>Compares topics and subscriptions of a project with what is declared.</summary>
/// <param name="client">The way to Pub/Sub.</param>
/// <param name="project">The project's id.</param>
/// <param name="options">What subscriptions are like unless they say otherwise.</param>
public sealed class LiveSubscriptions(GoogleRestClient client, string project, PubSubOptions options)
{
    // Said by name already, in words of their own.
    private static readonly string[] Told = ["deadLetterPolicy", "expirationPolicy"];

    private readonly SubscriptionDeclarations _declarations = new(project, options);

    /// <summary>What is not as declared: topics, the subscription that keeps dead letters, then the others.</summary>
    /// <param name="topics">The topics that there shall be, besides that of dead letters.</param>
    /// <param name="declared">The subscriptions that there shall be.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TransientException">Pub/Sub did not answer.</exception>
    /// <exception cref="PermanentException">It refuses to tell.</exception>
    public async Task<IReadOnlyList<LiveFinding>> CompareAsync(IReadOnlyList<string> topics, IReadOnlyList<DeclaredPush> declared, CancellationToken cancellationToken)
    {
        var liveTopics = (await client.ListAsync("Pub/Sub list topics", $"v1/projects/{project}/topics", "topics", cancellationToken))
            .Select(topic => PubSubNames.Short(topic["name"]!.GetValue<string>())).ToHashSet(StringComparer.Ordinal);
        var documents = await client.ListAsync("Pub/Sub list subscriptions", $"v1/projects/{project}/subscriptions", "subscriptions", cancellationToken);
        var wires = documents.Select(document => document.Deserialize(PubSubJson.Short.WireSubscription)!).ToDictionary(wire => PubSubNames.Short(wire.Name!), StringComparer.Ordinal);
        var live = wires.Select(pair => Of(pair.Key, pair.Value, declared)).ToArray();
        return
        [
            .. topics.Append(options.DeadLetterTopic).Where(topic => !liveTopics.Contains(topic)).Select(topic => new LiveFinding(LiveProblem.Missing, topic, "the topic is not there")),
            .. DeadLetters(wires, live),
            .. SubscriptionDrift.Compare([.. declared.Select(push => push.Subscription)], live),
            .. declared.SelectMany(push => Others(push, wires)),
        ];
    }

    private IEnumerable<LiveFinding> DeadLetters(Dictionary<string, WireSubscription> wires, LiveSubscription[] live)
    {
        var name = options.DeadLetterSubscription;
        if (!wires.TryGetValue(name, out var there))
        {
            return [new(LiveProblem.Missing, name, "the subscription that keeps dead letters is not there")];
        }

        return SubscriptionDrift.Expiry(live.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal))).Concat(Fields(name, _declarations.DeadLetters(), there).Select(field => Differs(name, field)));
    }

    // What the comparison of the two sides by meaning has no word for.
    private IEnumerable<LiveFinding> Others(DeclaredPush push, Dictionary<string, WireSubscription> wires)
    {
        var name = push.Subscription.Name;
        if (!wires.TryGetValue(name, out var there))
        {
            yield break;
        }

        var wanted = _declarations.Of(push.Subscription, push.Identity);
        foreach (var field in Fields(name, wanted, there))
        {
            if (field != "pushConfig")
            {
                yield return Differs(name, field);
            }
            else if (there.PushConfig?.OidcToken != wanted.PushConfig!.OidcToken)
            {
                yield return new(LiveProblem.Misdirected, name, $"the subscription pushes as {As(there.PushConfig?.OidcToken)} and is declared to push as {As(wanted.PushConfig.OidcToken)}");
            }
        }

        // Of a policy that is there the comparison looks at the topic; how often a message is tried stands beside it.
        if (there.DeadLetterPolicy is { } policy && policy.MaxDeliveryAttempts != wanted.DeadLetterPolicy!.MaxDeliveryAttempts)
        {
            yield return new(LiveProblem.Differs, name, FormattableString.Invariant($"the subscription tries a message {policy.MaxDeliveryAttempts} times and is declared to try it {wanted.DeadLetterPolicy.MaxDeliveryAttempts} times"));
        }
    }

    private static IEnumerable<string> Fields(string name, WireSubscription wanted, WireSubscription there) =>
        SubscriptionDifference.Of(wanted with { Name = name }, there).Split(',', StringSplitOptions.RemoveEmptyEntries).Except(Told, StringComparer.Ordinal);

    private static LiveFinding Differs(string name, string field) => new(LiveProblem.Differs, name, $"the subscription's {field} is not as declared");

    private static string As(WireOidcToken? token) => token is null ? "nobody" : $"{token.ServiceAccountEmail} for {token.Audience}";

    private static LiveSubscription Of(string name, WireSubscription wire, IReadOnlyList<DeclaredPush> declared)
    {
        var attribute = declared.FirstOrDefault(push => string.Equals(push.Subscription.Name, name, StringComparison.Ordinal))?.Subscription.RequiredAttribute;
        return new LiveSubscription(name, PubSubNames.Short(wire.Topic!), wire.PushConfig?.PushEndpoint is { Length: > 0 } endpoint ? new Uri(endpoint) : null)
        {
            // The filter is read back by asking whether it is the one that is declared: another is told of as it stands.
            RequiredAttribute = string.Equals(wire.Filter, SubscriptionFilter.Of(name, attribute), StringComparison.Ordinal) ? attribute : $"the filter '{wire.Filter}'",
            DeadLetterTopic = wire.DeadLetterPolicy is { } policy ? PubSubNames.Short(policy.DeadLetterTopic) : null,

            // Where nothing is said Pub/Sub deletes after 31 days.
            ExpiresAfter = wire.ExpirationPolicy is { } expiry ? expiry.Ttl : "31 days",
        };
    }
}
