using NbaProps.GoogleCloud.Http;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>The ways to the four interfaces.</summary>
/// <param name="BigQuery">Tables.</param>
/// <param name="PubSub">Messages.</param>
/// <param name="Firestore">State.</param>
/// <param name="Storage">Payloads.</param>
public sealed record GoogleWays(GoogleRestClient BigQuery, GoogleRestClient PubSub, GoogleRestClient Firestore, GoogleRestClient Storage);
