using System.IO.Compression;
using System.Reflection;
using System.Text;

using NbaProps.Hosting.Documents;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Fuzzing.Seeding;

/// <summary>
/// The payloads that there are for each form of the catalog: invented ones in <c>Seeds/SOURCE</c> of this project, real ones in
/// <c>payloads/SOURCE</c> of the folder shared beside the repository where it is. Which form a file is of is found by recognising it.
/// </summary>
internal static class SeedCatalog
{
    /// <summary>A text is cut to this many bytes, and JSON to about so many.</summary>
    public const int WantedBytes = 12_000;

    /// <summary>What is larger even then is no seed.</summary>
    public const int MostBytes = 50_000;

    /// <summary>All forms of the catalog, in its order.</summary>
    public static IReadOnlyList<FormSeeds> All()
    {
        var seeds = Invented().Concat(Real()).Select(seed => (seed.Source, Form: FormOf(seed.Source, seed.Seed.Bytes), seed.Seed)).ToArray();
        return [.. PayloadCatalog.All.Select(format => new FormSeeds(
            format.Source,
            format.Name,
            [.. seeds.Where(seed => seed.Form == format).Select(seed => seed.Seed)]))];
    }

    /// <summary>The invented ones.</summary>
    public static IEnumerable<(string Source, SeedPayload Seed)> Invented()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return (name.Split('/')[0], new SeedPayload($"invented/{name}", bytes.ToArray()));
        }
    }

    /// <summary>The form of a payload; null when it is none of its source's.</summary>
    public static PayloadFormat? FormOf(string source, byte[] bytes)
    {
        using var payload = new RawPayload("seed", bytes);
        try
        {
            return PayloadCatalog.FormatOf(source, payload);
        }
        catch (PermanentException)
        {
            return null;
        }
    }

    /// <summary>The files of real payloads of a source; none where the folder is absent.</summary>
    public static IEnumerable<string> RealFiles(string source)
    {
        var folder = SharedData.Root is { } root ? Path.Combine(root, "payloads", source) : null;
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

    private static IEnumerable<(string Source, SeedPayload Seed)> Real() =>
        from source in PayloadCatalog.Sources
        from file in RealFiles(source)
        let bytes = BytesOf(file)
        where bytes is not null
        let trimmed = Trimming.Of(bytes, WantedBytes)
        where trimmed.Length < MostBytes
        select (source, new SeedPayload($"real/{source}/{Path.GetFileName(file)}", trimmed));
}
