namespace NbaProps.GoogleCloud.PubSub;

/// <summary>As whom Pub/Sub pushes.</summary>
/// <param name="ServiceAccount">The e-mail of the service account whose token each push carries.</param>
/// <param name="Audience">Whom the token is for: what the endpoints expect.</param>
public sealed record PushIdentity(string ServiceAccount, string Audience);
