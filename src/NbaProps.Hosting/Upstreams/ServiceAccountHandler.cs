using System.Net.Http.Headers;

using Google.Apis.Auth.OAuth2;

namespace NbaProps.Hosting.Upstreams;

/// <summary>Sends the token of a Google service account with each request; Google's library fetches and renews it.</summary>
/// <param name="file">The account's key file.</param>
/// <param name="inner">What sends.</param>
internal sealed class ServiceAccountHandler(string file, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // Reading alone: the folder is somebody else's.
    private const string Scope = "https://www.googleapis.com/auth/drive.readonly";

    private readonly Lazy<ITokenAccess> _account = new(() => CredentialFactory.FromFile<ServiceAccountCredential>(file).ToGoogleCredential().CreateScoped(Scope));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await _account.Value.GetAccessTokenForRequestAsync(cancellationToken: cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await base.SendAsync(request, cancellationToken);
    }
}
