using System.Net.Http.Headers;

using NbaProps.Domain;

namespace NbaProps.GoogleCloud.Http;

/// <summary>An upload in one request: what it is, as JSON, and the bytes behind it (<c>multipart/related</c>, RFC 2387).</summary>
internal static class MultipartBody
{
    /// <summary>The body. It is made anew for each attempt, of the same bytes.</summary>
    /// <param name="description">What the bytes are, as JSON.</param>
    /// <param name="bytes">The bytes as they are.</param>
    public static HttpContent Of(byte[] description, ReadOnlyMemory<byte> bytes)
    {
        // Derived from what it parts: content that holds its own hash cannot be made.
        var content = new MultipartContent("related", $"{ContentHash.Of(description)}{ContentHash.Of(bytes.Span)}");
        content.Add(Part(new ReadOnlyMemoryContent(description), "application/json", "utf-8"));
        content.Add(Part(new ReadOnlyMemoryContent(bytes), "application/octet-stream", charset: null));
        return content;
    }

    private static HttpContent Part(HttpContent part, string type, string? charset)
    {
        part.Headers.ContentType = new MediaTypeHeaderValue(type, charset);
        return part;
    }
}
