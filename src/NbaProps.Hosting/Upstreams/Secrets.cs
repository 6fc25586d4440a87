using System.Text.RegularExpressions;

namespace NbaProps.Hosting.Upstreams;

/// <summary>Takes secrets out of what is written down.</summary>
/// <param name="apiKey">The source's key, or null.</param>
internal sealed partial class Secrets(string? apiKey)
{
    private const string Stars = "***";

    /// <summary>The text without the key, and without the values of query parameters that name one.</summary>
    public string Scrub(string text)
    {
        var scrubbed = Parameters().Replace(text, "${name}=" + Stars);
        return string.IsNullOrEmpty(apiKey)
            ? scrubbed
            : scrubbed.Replace(apiKey, Stars, StringComparison.Ordinal).Replace(Uri.EscapeDataString(apiKey), Stars, StringComparison.Ordinal);
    }

    /// <summary>An address without secrets, and without a user's name and password.</summary>
    public string Scrub(Uri address) =>
        Scrub(address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo & ~UriComponents.Fragment, UriFormat.UriEscaped));

    [GeneratedRegex(@"(?<=[?&])(?<name>apiKey|api_key|key|token|access_token)=[^&\s""'#]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameters();
}
