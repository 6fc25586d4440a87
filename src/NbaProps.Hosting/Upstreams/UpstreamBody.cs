using System.Buffers;
using System.Text;

namespace NbaProps.Hosting.Upstreams;

/// <summary>Reads bodies, and no more of them than is wanted.</summary>
internal static class UpstreamBody
{
    private const int Chunk = 16 * 1024;
    // An error's code may stand behind a long sentence.
    private const int BeginningLength = 2_000;

    /// <summary>The whole body, or null when it is longer than allowed.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpResponseMessage response, int longest, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > longest)
        {
            return null;
        }

        var (bytes, whole) = await UpToAsync(response, longest, cancellationToken);
        return whole ? bytes : null;
    }

    /// <summary>What an error says, on one line: its beginning.</summary>
    public static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (bytes, _) = await UpToAsync(response, BeginningLength, cancellationToken);
        var text = Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, BeginningLength)]);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<(ReadOnlyMemory<byte> Bytes, bool Whole)> UpToAsync(HttpResponseMessage response, int longest, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        // A schedule has a megabyte: to grow into it leaves as much again behind, several times over.
        var announced = (int)Math.Clamp(response.Content.Headers.ContentLength ?? 0, 0, longest);
        var buffer = new ArrayBufferWriter<byte>(announced + Chunk);
        while (buffer.WrittenCount <= longest)
        {
            var read = await stream.ReadAsync(buffer.GetMemory(Chunk), cancellationToken);
            if (read == 0)
            {
                return (announced > 0 ? buffer.WrittenMemory : buffer.WrittenMemory.ToArray(), true);
            }

            buffer.Advance(read);
        }

        return (buffer.WrittenMemory, false);
    }
}
