using System.Net.Http.Headers;

using Microsoft.Extensions.Logging;

using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Http;
using NbaProps.Hosting.Upstreams;
using NbaProps.Shared.Resilience;

namespace NbaProps.Hosting.Deployments;

/// <summary>Says to a service on Cloud Run who asks: a private one answers nobody else. The token is for that service alone.</summary>
/// <param name="tokenAsync">A token for an audience, which is the service's address without a path unless the request says another.</param>
/// <param name="inner">What sends.</param>
/// <param name="owned">What goes with the handler; null for nothing.</param>
public sealed class IdentityTokenHandler(Func<string, CancellationToken, Task<string>> tokenAsync, HttpMessageHandler inner, IDisposable? owned = null) : DelegatingHandler(inner)
{
    /// <summary>Whom a request's token is for, where that is not the address that it goes to: a revision is asked at an address of its own, with a token for its service.</summary>
    public static HttpRequestOptionsKey<string> Audience { get; } = new("nbaprops.audience");

    /// <summary>With tokens of the account that this process runs as.</summary>
    /// <param name="inner">What sends.</param>
    /// <param name="options">How patiently Google is asked for them.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where repeated calls are told.</param>
    public static IdentityTokenHandler OfThisAccount(HttpMessageHandler inner, GoogleCloudOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        var tokens = IdentityTokens.OfThisMachine(options, time, LiveUpstreams.Jitter(), loggers);
        return new(tokens.GetAsync, inner, tokens);
    }

    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">There is no token to be had.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var audience = request.Options.TryGetValue(Audience, out var said) ? said : request.RequestUri!.GetLeftPart(UriPartial.Authority);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(audience, cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }

    private async Task<string> TokenAsync(string audience, CancellationToken cancellationToken)
    {
        try
        {
            return await tokenAsync(audience, cancellationToken);
        }
        catch (Exception failure) when (failure is TransientException or PermanentException)
        {
            throw new HttpRequestException($"no token for {audience}: {failure.Message}", failure);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            owned?.Dispose();
        }

        base.Dispose(disposing);
    }
}
