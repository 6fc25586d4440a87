using System.Reflection;

using NbaProps.RawProcessors.Formats;
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

    private static IEnumerable<(string Source, SeedPayload Seed)> Real() =>
        from source in PayloadCatalog.Sources
        from file in RealPayloads.Files(SharedData.Root, source)
        let bytes = RealPayloads.BytesOf(file)
        where bytes is not null
        let trimmed = Trimming.Of(bytes, WantedBytes)
        where trimmed.Length < MostBytes
        select (source, new SeedPayload($"real/{source}/{Path.GetFileName(file)}", trimmed));
}
