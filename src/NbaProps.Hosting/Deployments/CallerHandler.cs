using System.Net.Http.Headers;

using Microsoft.Extensions.Logging;

using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Http;

namespace NbaProps.Hosting.Deployments;

/// <summary>How a deployment asks the services that it deploys.</summary>
internal static class CallerHandler
{
    /// <summary>The environment variable with an identity token, for a person: Google gives the credentials of one no token for a service, but <c>gcloud auth print-identity-token</c> does.</summary>
    public const string TokenVariable = "NBAPROPS_IDENTITY_TOKEN";

    /// <summary>The handler.</summary>
    /// <param name="standIn">What is asked in the place of every service, as <c>host:port</c>; null for the services.</param>
    /// <param name="token">A token to ask with; null for one of this machine's account.</param>
    /// <param name="options">How patiently Google is asked for one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where repeated calls are told.</param>
    public static HttpMessageHandler Of(string? standIn, string? token, GoogleCloudOptions options, TimeProvider time, ILoggerFactory loggers) => (standIn, token) switch
    {
        ({ Length: > 0 }, _) => new StandInHandler(standIn, GoogleRestClient.CreateHandler()),
        (_, { Length: > 0 }) => new TokenHandler(token, GoogleRestClient.CreateHandler()),
        _ => IdentityTokenHandler.OfThisAccount(GoogleRestClient.CreateHandler(), options, time, loggers),
    };

    private sealed class TokenHandler(string token, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
            return base.SendAsync(request, cancellationToken);
        }
    }

    // The name of the service that was meant goes along, as it would through a proxy.
    private sealed class StandInHandler(string address, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Host = request.RequestUri!.Host;
            request.RequestUri = new Uri($"http://{address}{request.RequestUri.PathAndQuery}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
