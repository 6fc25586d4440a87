using System.Net;

using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Credits;

namespace NbaProps.Hosting.Upstreams;

/// <summary>Upstreams over the network.</summary>
public static class LiveUpstreams
{
    // Long enough to reuse a connection within a game day's burst, short enough to follow a source that moves.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>The way to a source over the network.</summary>
    /// <param name="source">The source's name, for messages.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where retries are told.</param>
    /// <param name="meter">What writes down the calls of a source that counts credits; null for others.</param>
    public static HttpUpstream Create(string source, UpstreamOptions options, TimeProvider time, ILogger<HttpUpstream> logger, CreditMeter? meter)
    {
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
        };
        if (options.Proxy is { } proxy)
        {
            handler.Proxy = ProxyOf(proxy);
            handler.UseProxy = true;
        }

        HttpMessageHandler way = options.ServiceAccountFile is { Length: > 0 } file ? new ServiceAccountHandler(file, handler) : handler;
        return new HttpUpstream(source, options, way, time, Jitter(), logger, meter);
    }

    private static WebProxy ProxyOf(Uri address)
    {
        var proxy = new WebProxy(address.GetLeftPart(UriPartial.Authority).Replace($"{address.UserInfo}@", string.Empty, StringComparison.Ordinal));
        if (address.UserInfo.Split(':', 2) is [var user, var password])
        {
            proxy.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
        }

        return proxy;
    }

    // Processes that share a seed would retry in step, which is what the jitter is there to prevent.
    internal static Func<double> Jitter()
    {
        var random = new Random();
        var gate = new Lock();
        return () =>
        {
            lock (gate)
            {
                return random.NextDouble();
            }
        };
    }
}
