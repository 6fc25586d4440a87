using Google.Apis.Auth;

using Microsoft.AspNetCore.Http;

using Newtonsoft.Json;

using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Resilience;

namespace NbaProps.Hosting.Push;

/// <summary>Lets pushes in that are Pub/Sub's, and nobody else's. Whatever cannot be shown to be right is kept out.</summary>
public sealed class PushGuard
{
    private const string Scheme = "Bearer ";

    // What Cloud Run puts in the place of a signature that it has verified.
    private const string VerifiedByPlatform = "SIGNATURE_REMOVED_BY_GOOGLE";

    // Cloud Run verifies the token of this header where it is there, and then lets Authorization through as the caller wrote it. Pub/Sub never sends it.
    private const string ServerlessAuthorization = "X-Serverless-Authorization";

    private static readonly string[] Google = ["https://accounts.google.com", "accounts.google.com"];

    // Clocks of Google's and of this machine agree about as well; its own library allows as much.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    private readonly PushAuthentication _mode;
    private readonly string _serviceAccount;
    private readonly string _audience;
    private readonly TimeProvider _time;
    private readonly string? _keys;

    /// <summary>A guard.</summary>
    /// <param name="mode">Who verifies signatures.</param>
    /// <param name="serviceAccount">As whom Pub/Sub pushes.</param>
    /// <param name="audience">Whom its tokens are for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="keys">Where Google's keys are; null for where they are.</param>
    internal PushGuard(PushAuthentication mode, string serviceAccount, string audience, TimeProvider time, string? keys = null) =>
        (_mode, _serviceAccount, _audience, _time, _keys) = (mode, serviceAccount, audience, time, keys);

    /// <summary>The guard of an installation; null on one machine, where only it itself pushes.</summary>
    /// <exception cref="ConfigurationException">It is not said who may enter.</exception>
    public static PushGuard? Of(NbaPropsOptions options, TimeProvider time) => Of(options, time, keys: null);

    /// <summary>The same with keys that are elsewhere.</summary>
    internal static PushGuard? Of(NbaPropsOptions options, TimeProvider time, string? keys)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Mode != Mode.Cloud)
        {
            return null;
        }

        var push = options.Push;
        string[] unsaid =
        [
            .. push.Authentication is null ? ["Push:Authentication is not set; accepted in mode cloud: platform (a private service on Cloud Run), app (the service verifies itself)"] : Array.Empty<string>(),
            .. string.IsNullOrEmpty(push.ServiceAccount) ? ["Push:ServiceAccount is not set; accepted in mode cloud: the e-mail of the account as which Pub/Sub pushes"] : Array.Empty<string>(),
            .. string.IsNullOrEmpty(push.Audience) ? ["Push:Audience is not set; accepted in mode cloud: what the subscriptions name as their audience"] : Array.Empty<string>(),
        ];
        return unsaid.Length == 0 ? new PushGuard(push.Authentication!.Value, push.ServiceAccount!, push.Audience!, time, keys) : throw new ConfigurationException(unsaid);
    }

    /// <summary>Why a push is not let in; null when it is.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TransientException">Google's keys cannot be had now.</exception>
    public async Task<string?> WhyNotAsync(IHeaderDictionary headers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(headers);

        // Of two tokens nobody can say here which one was verified.
        if (headers.ContainsKey(ServerlessAuthorization))
        {
            return $"it carries {ServerlessAuthorization}, which Pub/Sub does not send: that token would have been verified, and not the one in Authorization";
        }

        if (headers.Authorization.Count > 1)
        {
            return "it carries several tokens";
        }

        var authorization = headers.Authorization.ToString();
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return "it carries no token";
        }

        var token = authorization[Scheme.Length..].Trim();
        if (token.Split('.') is not [_, var middle, var signature] || PushClaims.Read(middle) is not { } claims)
        {
            return "its token is none";
        }

        return WhyNotOf(claims) ?? (_mode == PushAuthentication.Platform ? WhyNotOfPlatform(signature) : await WhyNotOfSignatureAsync(token, cancellationToken));
    }

    private string? WhyNotOf(PushClaims claims) => claims switch
    {
        { Issuer: var issuer } when !Google.Contains(issuer, StringComparer.Ordinal) => $"its token is of '{issuer}', not of Google",
        { Audience: var audience } when !string.Equals(audience, _audience, StringComparison.Ordinal) => $"its token is for '{audience}', not for '{_audience}'",
        { Email: var email, IsVerified: var verified } when !verified || !string.Equals(email, _serviceAccount, StringComparison.Ordinal) =>
            $"its token is of '{email}', not of '{_serviceAccount}'",
        { ExpiresAt: var expires } when !(expires > _time.GetUtcNow()) => "its token has expired",
        { BeginsAt: var begins } when begins > _time.GetUtcNow() + Tolerance => "its token does not count yet",
        _ => null,
    };

    private static string? WhyNotOfPlatform(string signature) => string.Equals(signature, VerifiedByPlatform, StringComparison.Ordinal)
        ? null
        : "its token still has a signature, which Cloud Run takes off where it has verified it: the service is not private, or not on Cloud Run";

    private async Task<string?> WhyNotOfSignatureAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            // The library keeps Google's keys, and fetches them again where a token names one that it does not know.
            var options = new SignedTokenVerificationOptions { CertificatesUrl = _keys };
            options.TrustedAudiences.Add(_audience);
            foreach (var issuer in Google)
            {
                options.TrustedIssuers.Add(issuer);
            }

            await JsonWebSignature.VerifySignedTokenAsync(token, options, cancellationToken);
            return null;
        }
        catch (InvalidJwtException refused)
        {
            return $"its token is not Google's: {refused.Message}";
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or JsonException)
        {
            // The library reads head and claims before it verifies anything.
            return $"its token is none: {broken.Message}";
        }
        catch (HttpRequestException failed)
        {
            throw new TransientException($"Google's keys cannot be had: {failed.Message}", failed);
        }
    }
}
