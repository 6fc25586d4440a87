using Google.Apis.Auth.OAuth2;

namespace NbaProps.GoogleCloud.Http;

/// <summary>
/// Tokens of Application Default Credentials: the service's account on Google Cloud, the file that <c>GOOGLE_APPLICATION_CREDENTIALS</c> names, or
/// whoever logged in with <c>gcloud auth application-default login</c>. Google's library keeps a token and renews it before it runs out.
/// </summary>
/// <param name="loadAsync">Finds the credentials.</param>
public sealed class DefaultTokens(Func<CancellationToken, Task<GoogleCredential>> loadAsync) : IAccessTokens
{
    // What an account may do is decided by its roles; this only says that it comes for Google Cloud.
    private const string Scope = "https://www.googleapis.com/auth/cloud-platform";

    private readonly Lock _gate = new();
    private GoogleCredential? _found;
    private ITokenAccess? _account;
    private string? _last;

    /// <summary>Those of this machine.</summary>
    public static DefaultTokens OfThisMachine() => new(GoogleCredential.GetApplicationDefaultAsync);

    /// <inheritdoc/>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var token = await (await AccountAsync(cancellationToken)).GetAccessTokenForRequestAsync(cancellationToken: cancellationToken);
            lock (_gate)
            {
                _last = token;
            }

            return token;
        }
        catch (Exception failure) when (CredentialFault.Is(failure))
        {
            throw CredentialFault.Of(failure);
        }
    }

    /// <inheritdoc/>
    public void Forget(string token)
    {
        lock (_gate)
        {
            // Of several that were refused at once only the first brings the new one.
            if (string.Equals(_last, token, StringComparison.Ordinal))
            {
                _account = null;
            }
        }
    }

    private async Task<ITokenAccess> AccountAsync(CancellationToken cancellationToken)
    {
        if (_found is null)
        {
            var found = await loadAsync(cancellationToken);
            lock (_gate)
            {
                _found ??= found;
            }
        }

        lock (_gate)
        {
            // A new scope is a new account to the library, with no token yet.
            return _account ??= _found.CreateScoped(Scope);
        }
    }
}
