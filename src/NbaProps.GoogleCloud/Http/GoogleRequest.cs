using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NbaProps.GoogleCloud.Http;

/// <summary>One call of a Google interface.</summary>
/// <param name="Operation">What it does, for messages and logs, such as <c>Firestore commit</c>. The address is never written anywhere: that of an upload's session is a secret.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">Relative to the interface's address, or absolute.</param>
public sealed record GoogleRequest(string Operation, HttpMethod Method, Uri Address)
{
    /// <summary>Makes the body, anew for each attempt; null for none.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>
    /// Whether doing it twice is as good as doing it once. Only such a call is tried again when nobody knows whether it was done, or when Google
    /// could not do it now.
    /// </summary>
    public bool Repeatable { get; init; }

    /// <summary>How long an attempt may take; null for the configured time.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Further request headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Statuses beside 2xx that are an answer like any other, such as 308 of an upload that goes on.</summary>
    public IReadOnlyList<int> AlsoDone { get; init; } = [];

    /// <summary>A call with a JSON body.</summary>
    /// <param name="operation">What it does.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="address">Relative to the interface's address.</param>
    /// <param name="body">The body.</param>
    /// <param name="shape">How it is written.</param>
    public static GoogleRequest Json<T>(string operation, HttpMethod method, string address, T body, JsonTypeInfo<T> shape)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, shape);
        return new(operation, method, new Uri(address, UriKind.Relative)) { Content = () => JsonContent(bytes) };
    }

    private static ByteArrayContent JsonContent(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
}
