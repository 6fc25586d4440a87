using System.Globalization;
using System.Text.Json;

using NbaProps.Shared.Objects;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Payloads;

/// <summary>A captured payload as JSON.</summary>
internal sealed class PayloadDocument : IDisposable
{
    private readonly JsonDocument _json;

    private PayloadDocument(JsonDocument json, string file) => (_json, Root) = (json, new PayloadNode(file, string.Empty, json.RootElement));

    public PayloadNode Root { get; }

    /// <summary>Reads a payload.</summary>
    /// <param name="path">Path of the object, for messages.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="PermanentException">It is no whole JSON: the message names the object and the byte.</exception>
    public static PayloadDocument Parse(string path, ReadOnlyMemory<byte> content)
    {
        // Some servers send a byte-order mark, which JSON does not know.
        var bytes = content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content;
        var start = bytes.Span.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty)
        {
            throw new PermanentException($"{path}: is empty; accepted is JSON");
        }

        if (start[0] == (byte)'<')
        {
            throw new PermanentException($"{path}: is a page of HTML or XML; accepted is JSON");
        }

        try
        {
            var json = JsonDocument.Parse(bytes);
            return JsonWholeness.Broken(bytes.Span, json.RootElement) is { } broken ? throw new PermanentException($"{path}: {broken}") : new PayloadDocument(json, path);
        }
        catch (JsonException error)
        {
            throw new PermanentException(
                string.Create(CultureInfo.InvariantCulture, $"{path}: is no JSON from byte {Position(bytes.Span, error)} of {bytes.Length} on: cut off or damaged ({OneLine.Of(error.Message, 200)})"),
                error);
        }
    }

    public void Dispose() => _json.Dispose();

    private static long Position(ReadOnlySpan<byte> bytes, JsonException error)
    {
        var start = 0;
        for (long line = 0; line < (error.LineNumber ?? 0); line++)
        {
            start += bytes[start..].IndexOf((byte)'\n') + 1;
        }

        return start + (error.BytePositionInLine ?? 0);
    }
}
