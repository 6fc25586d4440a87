using System.Globalization;
using System.Net;

using NbaProps.Shared.Pipeline;

namespace NbaProps.Hosting.Upstreams;

/// <summary>What one attempt brought.</summary>
/// <param name="Status">The status.</param>
/// <param name="Payload">The payload of a 2xx; null otherwise.</param>
/// <param name="RetryAfter">How long the source asks to be left alone, or null.</param>
/// <param name="Said">Status and the beginning of what it said, without secrets, for messages.</param>
internal sealed record UpstreamAnswer(HttpStatusCode Status, FetchedPayload? Payload, TimeSpan? RetryAfter, string Said)
{
    /// <summary>Headers that are kept with a payload.</summary>
    private static readonly string[] Kept =
        ["content-type", "date", "etag", "last-modified", "x-requests-remaining", "x-requests-used", "x-requests-last", "cache-control", "via"];

    /// <summary>The source says that there is nothing.</summary>
    public static UpstreamAnswer Nothing(HttpStatusCode status) => new(status, Payload: null, RetryAfter: null, "nothing") { IsNothing = true };

    /// <summary>Whether the source said that there is nothing.</summary>
    public bool IsNothing { get; private init; }

    /// <summary>Whether the source refused because no credits are left.</summary>
    public bool IsExhausted { get; init; }

    /// <summary>Whether a later attempt may be answered better.</summary>
    public bool IsTransient => !IsNothing && !IsExhausted && (int)Status is 408 or 425 or 429 or >= 500;

    /// <summary>What is kept beside a payload.</summary>
    public static SortedDictionary<string, string> MetadataOf(string scrubbedUrl, HttpResponseMessage response)
    {
        var metadata = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["url"] = scrubbedUrl,
            ["status"] = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture),
        };
        foreach (var name in Kept)
        {
            if (response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values))
            {
                metadata[name] = values.ToString();
            }
        }

        return metadata;
    }

    /// <summary>The wait that a response asks for: seconds, or a date.</summary>
    public static TimeSpan? RetryAfterOf(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
