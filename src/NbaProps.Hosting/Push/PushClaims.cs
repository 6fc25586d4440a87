using System.Buffers.Text;
using System.Text.Json;

namespace NbaProps.Hosting.Push;

/// <summary>What a token says of who pushes.</summary>
/// <param name="Issuer">Who made the token; null where it does not say.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="Email">Of whom it is.</param>
/// <param name="IsVerified">Whether the issuer knows the e-mail to be his.</param>
/// <param name="ExpiresAt">From when on it counts no more.</param>
/// <param name="BeginsAt">From when on it counts: the later of when it was made and when it says that it begins. Never, where one of them is no moment.</param>
internal sealed record PushClaims(string? Issuer, string? Audience, string? Email, bool IsVerified, DateTimeOffset? ExpiresAt, DateTimeOffset BeginsAt)
{
    /// <summary>Reads a token's middle part; null where it is none. A claim of another type than it is of counts as not there.</summary>
    public static PushClaims? Read(ReadOnlySpan<char> part)
    {
        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
            var root = claims.RootElement;
            return root.ValueKind != JsonValueKind.Object ? null : new(
                Text(root, "iss"),
                Text(root, "aud"),
                Text(root, "email"),
                root.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True,
                root.TryGetProperty("exp", out var expires) ? Moment(expires) : null,
                Later(Beginning(root, "iat"), Beginning(root, "nbf")));
        }
        catch (Exception broken) when (broken is FormatException or JsonException or ArgumentOutOfRangeException or InvalidOperationException)
        {
            // Whoever calls has written it: no base64, no JSON, a moment that no calendar has, half a character.
            return null;
        }
    }

    private static DateTimeOffset? Moment(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static DateTimeOffset Beginning(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? Moment(value) ?? DateTimeOffset.MaxValue : DateTimeOffset.MinValue;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
