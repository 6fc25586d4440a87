using NbaProps.Hosting.Configuration;

namespace NbaProps.Hosting.Upstreams;

/// <summary>Makes the address of a request.</summary>
internal static class UpstreamAddress
{
    /// <summary>The path below the source's base address, with the key where there is one.</summary>
    /// <exception cref="ArgumentException">It is an address of its own: the key would go elsewhere.</exception>
    public static Uri Of(UpstreamOptions options, string pathAndQuery)
    {
        ArgumentNullException.ThrowIfNull(pathAndQuery);
        var root = options.BaseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/";
        var joined = new Uri(root + pathAndQuery.TrimStart('/'));
        if (pathAndQuery.StartsWith("//", StringComparison.Ordinal)
            || (pathAndQuery.Split('?')[0].Contains("://", StringComparison.Ordinal))
            || !joined.AbsoluteUri.StartsWith(new Uri(root).AbsoluteUri, StringComparison.Ordinal))
        {
            throw new ArgumentException($"\"{pathAndQuery}\" is no path below {options.BaseAddress}.", nameof(pathAndQuery));
        }

        if (string.IsNullOrEmpty(options.ApiKey) || options.ApiKeyHeader is not null)
        {
            return joined;
        }

        var separator = joined.Query.Length == 0 ? "?" : "&";
        return new Uri($"{joined.AbsoluteUri}{separator}apiKey={Uri.EscapeDataString(options.ApiKey)}");
    }
}
