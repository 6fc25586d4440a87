using System.IO.Compression;
using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Support;

/// <summary>Runs a processor on payloads.</summary>
internal static class Runs
{
    public static RunContext Of(GameDate date) => new(new Partition(date), date.At(30));

    /// <summary>Runs a processor on one payload of its first scraper, captured the next morning; whatever else it reads is empty.</summary>
    public static Computation<TRow> OnPayload<TRow>(this IProcessor<TRow> processor, GameDate date, ReadOnlyMemory<byte> payload)
        where TRow : WarehouseRow =>
        processor.Compute(new FakeInputs().Of(processor.Declaration).WithCapture(ScraperOf(processor.Declaration), date.At(30), payload), Of(date));

    /// <summary>Runs a processor on one payload that was captured the next morning.</summary>
    public static Computation<TRow> OnPayload<TRow>(this IProcessor<TRow> processor, GameDate date, string payload)
        where TRow : WarehouseRow => processor.OnPayload(date, Encoding.UTF8.GetBytes(payload));

    /// <summary>The scraper that a processor reads, the first where others stand in for it.</summary>
    public static string ScraperOf(ProcessorDeclaration declaration) => declaration.Inputs.OfType<InputDeclaration.Captures>().First().Scraper;

    public static byte[] Unzipped(string path)
    {
        using var content = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
