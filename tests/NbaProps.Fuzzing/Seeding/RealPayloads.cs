using System.IO.Compression;
using System.Text;

using NbaProps.Hosting.Documents;
using NbaProps.Shared.Objects;

namespace NbaProps.Fuzzing.Seeding;

/// <summary>The real payloads of the folder shared beside the repository, in <c>payloads/SOURCE</c>.</summary>
internal static class RealPayloads
{
    /// <summary>The files of a source; none where the folder is absent.</summary>
    /// <param name="shared">The folder shared; null where it is absent.</param>
    /// <param name="source">The source.</param>
    public static IEnumerable<string> Files(string? shared, string source)
    {
        var folder = shared is null ? null : Path.Combine(shared, "payloads", source);
        return folder is not null && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Where(file => !Path.GetFileName(file).StartsWith("reference_parse", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>The bytes of a file, unzipped, and of a PDF its text; null where that cannot be had.</summary>
    public static byte[]? BytesOf(string file)
    {
        var bytes = File.ReadAllBytes(file);
        if (file.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            packed.CopyTo(whole);
            return whole.ToArray();
        }

        if (!file.EndsWith(".pdf", StringComparison.Ordinal))
        {
            return bytes;
        }

        return new PdfToText(TimeProvider.System).ReadAsync(bytes, CancellationToken.None).GetAwaiter().GetResult() is PdfText.Extracted text ? Encoding.UTF8.GetBytes(text.Text) : null;
    }
}
