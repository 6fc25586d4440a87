using Google.Apis.Auth.OAuth2;
using Google.Apis.Auth.OAuth2.Responses;

using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Http;

/// <summary>What the failures of Google's library mean that come from this machine's credentials.</summary>
internal static class CredentialFault
{
    /// <summary>Whether a failure is of the credentials.</summary>
    public static bool Is(Exception failure) => failure is TokenResponseException or HttpRequestException or SubjectTokenException or InvalidOperationException;

    /// <summary>The exception to throw instead.</summary>
    public static Exception Of(Exception failure) => failure switch
    {
        TokenResponseException { StatusCode: { } status } refused when (int)status is >= 400 and < 500 and not 408 and not 429 =>
            new PermanentException($"Google refuses the credentials of this machine: {refused.Message}", refused),
        InvalidOperationException => new PermanentException(
            $"This machine has no Google credentials: a service's account, GOOGLE_APPLICATION_CREDENTIALS, or gcloud auth application-default login. {failure.Message}", failure),
        _ => new TransientException($"Google gave no token: {failure.Message}", failure),
    };
}
