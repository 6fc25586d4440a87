namespace NbaProps.Shared.Deployment.Live;

/// <summary>A subscription as it is.</summary>
/// <param name="Name">Its name, without project.</param>
/// <param name="Topic">Whose messages it receives, without project.</param>
/// <param name="PushEndpoint">Where they are posted to; null where they are fetched.</param>
public sealed record LiveSubscription(string Name, string Topic, Uri? PushEndpoint)
{
    /// <summary>The attribute that a message must have; null where all are delivered.</summary>
    public string? RequiredAttribute { get; init; }

    /// <summary>Where a message goes that was refused as often as it may be, without project; null where it is tried for ever or lost.</summary>
    public string? DeadLetterTopic { get; init; }

    /// <summary>After how long without a message it is deleted, as Pub/Sub writes it; null for never.</summary>
    public string? ExpiresAfter { get; init; }
}
