using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NbaProps.Hosting.Requests;

/// <summary>What a request may be before anything looks at it: its head, its body, and how long both may take to arrive.</summary>
internal static class RequestLimits
{
    /// <summary>Largest body of a push, in bytes: Pub/Sub's largest message of 10 MB as base64, with its envelope.</summary>
    public const long LargestPush = 16 * 1024 * 1024;

    /// <summary>Largest body of any other request, in bytes: none of them says anything in it.</summary>
    public const long LargestOther = 16 * 1024;

    /// <summary>Largest head, in bytes, all lines together: several times what a platform adds to a push with its token.</summary>
    public const int LargestHead = 32 * 1024;

    /// <summary>Longest first line, in bytes: no path of ours has a hundred.</summary>
    public const int LongestLine = 4 * 1024;

    /// <summary>Most lines of a head.</summary>
    public const int MostHeaders = 64;

    /// <summary>How long a head may take to arrive.</summary>
    public static readonly TimeSpan HeadPatience = TimeSpan.FromSeconds(10);

    /// <summary>How long a body may take to arrive in all, however steadily it drips.</summary>
    public static readonly TimeSpan BodyPatience = TimeSpan.FromSeconds(60);

    /// <summary>How slowly a body may arrive, in bytes a second, once it has had five seconds.</summary>
    private const double SlowestBody = 1024;

    /// <summary>Sets them. A request with a larger body than <see cref="LargestOther"/> is an endpoint's own decision.</summary>
    public static void Apply(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = LargestOther;
        limits.MaxRequestHeadersTotalSize = LargestHead;
        limits.MaxRequestLineSize = LongestLine;
        limits.MaxRequestHeaderCount = MostHeaders;
        limits.RequestHeadersTimeout = HeadPatience;
        limits.MinRequestBodyDataRate = new MinDataRate(SlowestBody, gracePeriod: TimeSpan.FromSeconds(5));
    }
}
