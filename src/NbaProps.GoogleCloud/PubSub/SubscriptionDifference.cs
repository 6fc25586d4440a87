using System.Globalization;

namespace NbaProps.GoogleCloud.PubSub;

/// <summary>Compares a subscription with what is declared.</summary>
internal static class SubscriptionDifference
{
    /// <summary>The fields that differ, as Pub/Sub's update mask names them; empty for none. Topic and filter, which cannot be changed, are not looked at.</summary>
    public static string Of(WireSubscription wanted, WireSubscription there) => string.Join(',', Fields(wanted, there));

    private static IEnumerable<string> Fields(WireSubscription wanted, WireSubscription there)
    {
        if (wanted.AckDeadlineSeconds != there.AckDeadlineSeconds)
        {
            yield return "ackDeadlineSeconds";
        }

        if (wanted.DeadLetterPolicy != there.DeadLetterPolicy)
        {
            yield return "deadLetterPolicy";
        }

        if (wanted.ExpirationPolicy != there.ExpirationPolicy)
        {
            yield return "expirationPolicy";
        }

        if (Seconds(wanted.MessageRetentionDuration) != Seconds(there.MessageRetentionDuration))
        {
            yield return "messageRetentionDuration";
        }

        // Where nothing is pushed Pub/Sub answers with an empty configuration.
        if ((wanted.PushConfig ?? Pulled) != (there.PushConfig ?? Pulled))
        {
            yield return "pushConfig";
        }

        if (Seconds(wanted.RetryPolicy?.MinimumBackoff) != Seconds(there.RetryPolicy?.MinimumBackoff)
            || Seconds(wanted.RetryPolicy?.MaximumBackoff) != Seconds(there.RetryPolicy?.MaximumBackoff))
        {
            yield return "retryPolicy";
        }
    }

    private static WirePushConfig Pulled { get; } = new(PushEndpoint: null, OidcToken: null);

    // One length has several spellings: 2s, 2.000s.
    private static decimal? Seconds(string? duration) =>
        decimal.TryParse(duration?.TrimEnd('s'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
