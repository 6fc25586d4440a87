using System.Globalization;
using System.Net;

using NbaProps.Shared.Credits;

namespace NbaProps.Hosting.Upstreams;

/// <summary>What a source that counts credits says of them in the headers of its answers.</summary>
internal static class CreditHeaders
{
    private const string Remaining = "x-requests-remaining";

    /// <summary>The call, with what its answer says of credits.</summary>
    public static MeteredCall CallOf(
        string source, string url, HttpResponseMessage response, string callId, DateTimeOffset calledAt, DateTimeOffset answeredAt, UpstreamAnswer? answer) => new()
    {
        CallId = callId,
        Upstream = source,
        Url = url,
        Status = (int)response.StatusCode,
        Last = Count(response, "x-requests-last"),
        Used = Count(response, "x-requests-used"),
        Remaining = Count(response, Remaining),
        IsExhausted = answer?.IsExhausted == true,
        CalledAt = calledAt,
        AnsweredAt = answeredAt,
    };

    /// <summary>
    /// Whether an error says that no credits are left: by its code, or a refusal with nothing remaining. A 429 with something remaining asks for fewer
    /// requests at a time.
    /// </summary>
    public static bool IsExhausted(HttpResponseMessage response, string said) =>
        said.Contains("OUT_OF_USAGE_CREDITS", StringComparison.Ordinal)
        || (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests && Count(response, Remaining) == 0);

    // What is no count is as good as nothing said.
    private static int? Count(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        && int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MeteredCall.MostCredits
            ? count
            : null;
}
