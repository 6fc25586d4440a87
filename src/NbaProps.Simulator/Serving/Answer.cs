using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using Microsoft.AspNetCore.Http;

namespace NbaProps.Simulator.Serving;

/// <summary>Answers in the upstreams' content types.</summary>
internal static class Answer
{
    // The upstreams write names in plain UTF-8.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A JSON document.</summary>
    /// <param name="write">Writes it whole.</param>
    /// <param name="status">The status code.</param>
    public static IResult Json(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) => Bytes(JsonBytes(write), "application/json", status);

    /// <summary>The bytes of a JSON document.</summary>
    public static byte[] JsonBytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        using var json = new Utf8JsonWriter(buffer, Options);
        write(json);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A text of another kind.</summary>
    public static IResult Text(string text, string contentType) => Bytes(Encoding.UTF8.GetBytes(text), contentType, StatusCodes.Status200OK);

    /// <summary>Bytes as they are.</summary>
    public static IResult Bytes(byte[] body, string contentType, int status) => new Body(body, contentType, status);

    /// <summary>404.</summary>
    public static IResult NotThere() => Results.NotFound();

    private sealed class Body(byte[] bytes, string contentType, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = contentType;
            httpContext.Response.ContentLength = bytes.Length;
            await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
