using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

using NbaProps.Shared.Web;

namespace NbaProps.Tests.Hosting.Push;

/// <summary>Tokens like Google's, and the address at which the keys are that they were signed with.</summary>
internal sealed class SignedTokens : IAsyncDisposable
{
    public const string ServiceAccount = "pusher@example.iam.gserviceaccount.com";
    public const string Audience = "nbaprops";

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _other = RSA.Create(2048);
    private readonly WebApplication _app;

    private SignedTokens(WebApplication app) => _app = app;

    /// <summary>How often the keys were asked for.</summary>
    public int KeysAsked { get; private set; }

    /// <summary>Whether the keys can be had.</summary>
    public bool IsDown { get; set; }

    public string KeysAddress => _app.Urls.Single() + "/certs";

    public static async Task<SignedTokens> StartAsync()
    {
        var builder = BareWeb.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var tokens = new SignedTokens(builder.Build());
        tokens._app.Run(tokens.KeysAsync);
        await tokens._app.StartAsync();
        return tokens;
    }

    /// <summary>A token that is right but for what is said here.</summary>
    public string Token(
        string audience = Audience, string email = ServiceAccount, bool verified = true, string issuer = "https://accounts.google.com", int minutes = 10, string? signature = null, bool forged = false)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = issuer,
            ["aud"] = audience,
            ["email"] = email,
            ["email_verified"] = verified,
            ["sub"] = "1",
            ["iat"] = now.AddHours(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(minutes).ToUnixTimeSeconds(),
        };
        return Sealed("""{"alg":"RS256","kid":"k1","typ":"JWT"}""", JsonSerializer.Serialize(claims), signature, forged);
    }

    /// <summary>The claims of a token, to be written anew.</summary>
    public static string ClaimsOf(string token) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Split('.')[1]));

    /// <summary>A token of any head and claims, signed with our key unless said otherwise.</summary>
    public string Sealed(string header, string claims, string? signature = null, bool forged = false)
    {
        var head = $"{Part(header)}.{Part(claims)}";
        return $"{head}.{signature ?? Base64Url.EncodeToString((forged ? _other : _key).SignData(Encoding.ASCII.GetBytes(head), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _other.Dispose();
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private async Task KeysAsync(HttpContext context)
    {
        KeysAsked++;
        if (IsDown)
        {
            context.Abort();
            return;
        }

        var key = _key.ExportParameters(includePrivateParameters: false);
        await context.Response.WriteAsync(
            $$"""{"keys":[{"kid":"k1","kty":"RSA","alg":"RS256","use":"sig","n":"{{Base64Url.EncodeToString(key.Modulus)}}","e":"{{Base64Url.EncodeToString(key.Exponent)}}"}]}""");
    }
}
