using NbaProps.Hosting.Configuration;
using NbaProps.Tests.Hosting.Push;

namespace NbaProps.Tests.Hosting.Requests;

/// <summary>How somebody calls.</summary>
/// <param name="Name">In a column's head.</param>
/// <param name="Meaning">What is wrong with it.</param>
/// <param name="Headers">The header lines that he sends.</param>
internal sealed record AccessCase(string Name, string Meaning, Func<SignedTokens, PushAuthentication, (string Name, string Value)[]> Headers)
{
    private const string Stripped = "SIGNATURE_REMOVED_BY_GOOGLE";

    /// <summary>The only one who may change anything on Google Cloud.</summary>
    public const string Right = "right";

    /// <summary>All, the right one last.</summary>
    public static IReadOnlyList<AccessCase> All { get; } =
    [
        new("none", "no header", (_, _) => []),
        new("malformed", "`Bearer` and a text that is no token", (_, _) => Bearer("no.token")),
        new("scheme", "`Basic` with a name and a password", (_, _) => [("Authorization", "Basic bmFtZTpwYXNzd29yZA==")]),
        new("audience", "a token of Google's for somebody else", (tokens, mode) => Bearer(tokens.Token(audience: "https://another.example", signature: Of(mode)))),
        new("e-mail", "a token of another account", (tokens, mode) => Bearer(tokens.Token(email: "somebody@example.iam.gserviceaccount.com", signature: Of(mode)))),
        new("unverified", "an e-mail that its issuer does not know to be his", (tokens, mode) => Bearer(tokens.Token(verified: false, signature: Of(mode)))),
        new("issuer", "a token that another than Google made", (tokens, mode) => Bearer(tokens.Token(issuer: "https://accounts.example.com", signature: Of(mode)))),
        new("expired", "a token of yesterday", (tokens, mode) => Bearer(tokens.Token(minutes: -1, signature: Of(mode)))),
        new("made later", "a token that was made in the future (`iat`)", (tokens, mode) => Bearer(Rewritten(tokens, mode, "iat"))),
        new("begins later", "a token that does not count yet (`nbf`)", (tokens, mode) => Bearer(Rewritten(tokens, mode, "nbf"))),
        new("forged", "all of it right but the signature; in mode platform one that Cloud Run has not taken off", (tokens, _) => Bearer(tokens.Token(forged: true))),
        new("unsigned", "all of it right and nothing where the signature was", (tokens, _) => Bearer(tokens.Token(signature: string.Empty))),
        new("two headers", "the right token in `Authorization` and in `X-Serverless-Authorization`", (tokens, mode) =>
            [.. Bearer(tokens.Token(signature: Of(mode))), ("X-Serverless-Authorization", $"Bearer {tokens.Token(signature: Of(mode))}")]),
        new("other header", "the right token in `X-Serverless-Authorization` alone", (tokens, mode) => [("X-Serverless-Authorization", $"Bearer {tokens.Token(signature: Of(mode))}")]),
        new("two tokens", "the right token twice", (tokens, mode) => [.. Bearer(tokens.Token(signature: Of(mode))), .. Bearer(tokens.Token(signature: Of(mode)))]),
        new(Right, "the token of the account that may call", (tokens, mode) => Bearer(tokens.Token(signature: Of(mode)))),
    ];

    // Where the platform verifies it leaves a word in the signature's place; where the service does, Google's own stands there.
    private static string? Of(PushAuthentication mode) => mode == PushAuthentication.Platform ? Stripped : null;

    private static (string Name, string Value)[] Bearer(string token) => [("Authorization", $"Bearer {token}")];

    private static string Rewritten(SignedTokens tokens, PushAuthentication mode, string claim) => tokens.Sealed(
        """{"alg":"RS256","kid":"k1","typ":"JWT"}""",
        $"{SignedTokens.ClaimsOf(tokens.Token())[..^1]},\"{claim}\":{TimeProvider.System.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds()}}}",
        Of(mode));
}
