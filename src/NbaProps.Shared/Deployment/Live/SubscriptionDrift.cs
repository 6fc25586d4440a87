using NbaProps.Shared.Messaging;

namespace NbaProps.Shared.Deployment.Live;

/// <summary>Compares the subscriptions with those that are declared, and looks whether what they give up is kept.</summary>
public static class SubscriptionDrift
{
    /// <summary>What is not as declared: the declared ones in their order, then those that nobody declared.</summary>
    /// <param name="declared">The subscriptions that there shall be.</param>
    /// <param name="live">The subscriptions that there are, with those of dead letters.</param>
    public static IReadOnlyList<LiveFinding> Compare(IReadOnlyList<Subscription> declared, IReadOnlyList<LiveSubscription> live)
    {
        ArgumentNullException.ThrowIfNull(declared);
        ArgumentNullException.ThrowIfNull(live);
        var known = live.ToDictionary(subscription => subscription.Name, StringComparer.Ordinal);
        var kept = live.Select(subscription => subscription.Topic).ToHashSet(StringComparer.Ordinal);
        var names = declared.Select(subscription => subscription.Name).ToHashSet(StringComparer.Ordinal);
        var topics = declared.Select(subscription => subscription.Topic).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. declared.SelectMany(wanted => known.TryGetValue(wanted.Name, out var there)
                ? Differences(wanted, there).Concat(DeadLetters(there, kept)).Concat(Expiry(there))
                : [new(LiveProblem.Missing, wanted.Name, "the subscription is not there")]),

            // Whoever only fetches disturbs nobody; what is pushed as well is done twice.
            .. live.Where(there => there.PushEndpoint is not null && topics.Contains(there.Topic) && !names.Contains(there.Name))
                .Select(there => new LiveFinding(LiveProblem.Undeclared, there.Name, $"nobody declared the subscription, which pushes {there.Topic} to {there.PushEndpoint}")),
        ];
    }

    private static IEnumerable<LiveFinding> Differences(Subscription wanted, LiveSubscription there)
    {
        if (!string.Equals(wanted.Topic, there.Topic, StringComparison.Ordinal))
        {
            yield return new(LiveProblem.Differs, wanted.Name, $"the subscription is of {there.Topic} and declared of {wanted.Topic}");
        }

        if (there.PushEndpoint != wanted.PushEndpoint)
        {
            yield return new(LiveProblem.Misdirected, wanted.Name, $"the subscription pushes to {there.PushEndpoint?.ToString() ?? "nobody"} and is declared to push to {wanted.PushEndpoint}");
        }

        if (!string.Equals(wanted.RequiredAttribute, there.RequiredAttribute, StringComparison.Ordinal))
        {
            yield return new(LiveProblem.Differs, wanted.Name, $"the subscription takes {Taken(there.RequiredAttribute)} and is declared to take {Taken(wanted.RequiredAttribute)}");
        }
    }

    private static IEnumerable<LiveFinding> DeadLetters(LiveSubscription there, HashSet<string> kept)
    {
        if (there.DeadLetterTopic is not { } topic)
        {
            yield return new(LiveProblem.NoDeadLetter, there.Name, "the subscription has no dead letters");
        }
        else if (!kept.Contains(topic))
        {
            yield return new(LiveProblem.NoDeadLetter, there.Name, $"the subscription's dead letters go to {topic}, which nobody keeps: it has no subscription");
        }
    }

    /// <summary>That a subscription would be deleted by itself.</summary>
    public static IEnumerable<LiveFinding> Expiry(LiveSubscription there)
    {
        ArgumentNullException.ThrowIfNull(there);
        if (there.ExpiresAfter is { } after)
        {
            yield return new(LiveProblem.Expires, there.Name, $"the subscription is deleted after {after} without a message and is declared to stay");
        }
    }

    private static string Taken(string? attribute) => attribute is null ? "every message" : $"messages with {attribute}";
}
