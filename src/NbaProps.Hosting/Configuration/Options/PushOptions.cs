namespace NbaProps.Hosting.Configuration;

/// <summary>Who may push to a service on Google Cloud. Nothing has a default: who may enter is said, or the service does not start. Counts in mode cloud only.</summary>
public sealed record PushOptions
{
    /// <summary>Who verifies a push's token: the platform, or the service itself.</summary>
    public PushAuthentication? Authentication { get; init; }

    /// <summary>The e-mail of the service account as which Pub/Sub pushes.</summary>
    public string? ServiceAccount { get; init; }

    /// <summary>Whom the tokens are for: what the subscriptions name as their audience.</summary>
    public string? Audience { get; init; }
}

/// <summary>Who verifies a push's token.</summary>
public enum PushAuthentication
{
    /// <summary>A private service on Cloud Run, which verifies the token and takes its signature off before the service sees it. The service checks whom the token is of and for, and until when. Never for a service that anybody may call.</summary>
    Platform,

    /// <summary>The service verifies the signature with Google's keys, which it keeps; and checks the same.</summary>
    App,
}
