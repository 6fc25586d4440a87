using System.Text.Json.Nodes;

using Google.Apis.Auth.OAuth2;

using Microsoft.Extensions.Logging;

using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Http;

/// <summary>
/// Identity tokens of Application Default Credentials, which say to a service who asks. Google's library makes them of a service account's key, on Google Cloud, and of
/// credentials that impersonate an account. Of credentials of a workload identity federation it makes none: these are asked of IAM, as the account that they stand for.
/// </summary>
/// <param name="loadAsync">Finds the credentials.</param>
/// <param name="options">Times and limits.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Draws from [0, 1), for the jitter of pauses.</param>
/// <param name="loggers">Where repeated calls are told.</param>
public sealed class IdentityTokens(Func<CancellationToken, Task<GoogleCredential>> loadAsync, GoogleCloudOptions options, TimeProvider time, Func<double> random, ILoggerFactory loggers) : IDisposable
{
    private const string AccessVerb = ":generateAccessToken";
    private const string IdentityVerb = ":generateIdToken";

    private readonly HttpMessageInvoker _http = new(GoogleRestClient.CreateHandler());
    private GoogleCredential? _found;
    private DefaultTokens? _account;

    /// <summary>Those of this machine.</summary>
    /// <param name="options">Times and limits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Draws from [0, 1), for the jitter of pauses.</param>
    /// <param name="loggers">Where repeated calls are told.</param>
    public static IdentityTokens OfThisMachine(GoogleCloudOptions options, TimeProvider time, Func<double> random, ILoggerFactory loggers) =>
        new(GoogleCredential.GetApplicationDefaultAsync, options, time, random, loggers);

    /// <summary>A token.</summary>
    /// <param name="audience">Whom it is for: a service's address.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="TransientException">None could be had now.</exception>
    /// <exception cref="PermanentException">This machine has no credentials, they are refused, or Google makes no token of such.</exception>
    public async Task<string> GetAsync(string audience, CancellationToken cancellationToken)
    {
        try
        {
            var found = _found ??= await loadAsync(cancellationToken);
            return found.UnderlyingCredential switch
            {
                IOidcTokenProvider => await OfLibraryAsync(found, audience, cancellationToken),
                ExternalAccountCredential { ServiceAccountImpersonationUrl: { Length: > 0 } url } => await OfAccountAsync(found, new Uri(url), audience, cancellationToken),
                ExternalAccountCredential => throw new PermanentException(
                    "The credentials of this machine stand for no service account, and Google makes identity tokens of those alone: gcloud iam workload-identity-pools create-cred-config --service-account"),
                UserCredential => throw new PermanentException(
                    "Google makes no identity token of a person's own credentials: export NBAPROPS_IDENTITY_TOKEN=$(gcloud auth print-identity-token), or gcloud auth application-default login --impersonate-service-account=ACCOUNT"),
                var other => throw new PermanentException($"Google makes no identity token of credentials such as {other.GetType().Name}: use those of a service account"),
            };
        }
        catch (Exception failure) when (CredentialFault.Is(failure))
        {
            throw CredentialFault.Of(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<string> OfLibraryAsync(GoogleCredential found, string audience, CancellationToken cancellationToken)
    {
        var token = await found.GetOidcTokenAsync(OidcTokenOptions.FromTargetAudience(audience), cancellationToken);
        return await token.GetAccessTokenAsync(cancellationToken);
    }

    // The account asks for a token of itself, which it needs roles/iam.serviceAccountOpenIdTokenCreator on itself for.
    private async Task<string> OfAccountAsync(GoogleCredential found, Uri impersonation, string audience, CancellationToken cancellationToken)
    {
        if (!impersonation.AbsolutePath.EndsWith(AccessVerb, StringComparison.Ordinal))
        {
            throw new PermanentException($"{impersonation} names no service account as Google's command line writes it: it ends with {AccessVerb}");
        }

        var client = new GoogleRestClient(
            new Uri(impersonation.GetLeftPart(UriPartial.Authority) + "/"),
            options,
            _account ??= new DefaultTokens(_ => Task.FromResult(found)),
            _http,
            time,
            random,
            loggers.CreateLogger<GoogleRestClient>());
        var answer = await client.SendAsync(
            "IAM Credentials make identity token",
            HttpMethod.Post,
            impersonation.AbsolutePath[1..^AccessVerb.Length] + IdentityVerb,
            new JsonObject { ["audience"] = audience, ["includeEmail"] = true },
            repeatable: true,
            cancellationToken);
        return answer["token"]?.GetValue<string>() ?? throw new TransientException("IAM Credentials make identity token: the answer has none");
    }
}
