using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Formats;

/// <summary>Bytes as an upstream sent them. It is opened once, however often it is asked what it is.</summary>
/// <param name="path">Where it is, for messages.</param>
/// <param name="bytes">The bytes.</param>
public sealed class RawPayload(string path, ReadOnlyMemory<byte> bytes) : IDisposable
{
    private PayloadDocument? _json;

    /// <summary>Where it is, for messages.</summary>
    public string Path { get; } = path;

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>Whether it begins as a JSON object or array does.</summary>
    internal bool IsJson => First is (byte)'{' or (byte)'[';

    /// <summary>Whether it begins as a page does.</summary>
    internal bool IsPage => First is (byte)'<';

    /// <summary>Whether it is a PDF: its mark may stand anywhere in the first kilobyte.</summary>
    public bool IsPdf => Bytes.Span[..Math.Min(1024, Bytes.Length)].IndexOf("%PDF-"u8) >= 0;

    private byte? First
    {
        get
        {
            var span = Bytes.Span.StartsWith("\uFEFF"u8) ? Bytes.Span[3..] : Bytes.Span;
            var start = span.IndexOfAnyExcept(" \t\r\n"u8);
            return start < 0 ? null : span[start];
        }
    }

    /// <summary>Its root as JSON.</summary>
    /// <exception cref="PermanentException">It is no whole JSON.</exception>
    internal PayloadNode Json() => (_json ??= PayloadDocument.Parse(Path, Bytes)).Root;

    /// <inheritdoc/>
    public void Dispose() => _json?.Dispose();
}
