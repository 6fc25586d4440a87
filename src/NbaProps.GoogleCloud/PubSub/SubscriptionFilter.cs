namespace NbaProps.GoogleCloud.PubSub;

/// <summary>What a subscription asks for, in Pub/Sub's filter language.</summary>
internal static class SubscriptionFilter
{
    /// <summary>The attribute that names the one subscription that a message is sent again to. Others of the topic do not take it.</summary>
    public const string ReplayFor = "replay_for";

    /// <summary>The filter: the attribute that the subscription asks for, if any, and nothing that is sent again to another.</summary>
    public static string Of(string subscription, string? requiredAttribute)
    {
        var own = $"NOT attributes:{ReplayFor} OR attributes.{ReplayFor} = {Quoted(subscription)}";
        return requiredAttribute is null ? own : $"attributes:{Quoted(requiredAttribute)} AND ({own})";
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
