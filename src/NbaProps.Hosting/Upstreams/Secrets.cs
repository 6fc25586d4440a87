using System.Text;
using System.Text.RegularExpressions;

using NbaProps.Hosting.Configuration;

namespace NbaProps.Hosting.Upstreams;

/// <summary>Takes secrets out of what is written down: a source that refuses may repeat what it was sent.</summary>
internal sealed partial class Secrets
{
    private const string Stars = "***";

    private readonly string[] _values;

    /// <summary>Knows a source's own.</summary>
    /// <param name="options">How it is asked: with which key, through which proxy.</param>
    public Secrets(UpstreamOptions options) => _values =
        [.. new[] { options.ApiKey }.Concat(OfProxy(options.Proxy)).OfType<string>().Where(value => value.Length > 0).OrderByDescending(value => value.Length)];

    /// <summary>The text without the source's secrets, without the values of query parameters that name one, and without any token.</summary>
    public string Scrub(string text)
    {
        var scrubbed = Tokens().Replace(Parameters().Replace(text, "${name}=" + Stars), "${scheme} " + Stars);
        return _values.Aggregate(scrubbed, (rest, value) =>
            rest.Replace(value, Stars, StringComparison.Ordinal).Replace(Uri.EscapeDataString(value), Stars, StringComparison.Ordinal));
    }

    /// <summary>An address without secrets, and without a user's name and password.</summary>
    public string Scrub(Uri address) =>
        Scrub(address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo & ~UriComponents.Fragment, UriFormat.UriEscaped));

    // The password as it is and as it is sent. A user's name alone lets nobody in.
    private static IEnumerable<string> OfProxy(Uri? proxy) => proxy is { UserInfo.Length: > 0 } && Uri.UnescapeDataString(proxy.UserInfo) is var said
        ? [said[(said.IndexOf(':', StringComparison.Ordinal) + 1)..], Convert.ToBase64String(Encoding.UTF8.GetBytes(said))]
        : [];

    [GeneratedRegex(@"(?<=[?&])(?<name>apiKey|api_key|key|token|access_token)=[^&\s""'#]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameters();

    [GeneratedRegex(@"\b(?<scheme>Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tokens();
}
