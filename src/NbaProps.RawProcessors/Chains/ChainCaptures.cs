using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Chains;

/// <summary>The captures of the scrapers that a processor reads: the one it would have, and those that stand in for it.</summary>
internal static class ChainCaptures
{
    /// <summary>
    /// All of them, newest first; of what was captured at one instant the earlier scraper's of the declaration stands first, and of one scraper's what it
    /// brought last.
    /// </summary>
    public static IReadOnlyList<ChainCapture> NewestFirst(IInputs inputs, ProcessorDeclaration declaration) =>
    [
        .. declaration.Inputs.OfType<InputDeclaration.Captures>()
            .SelectMany(chained => inputs.Captures(chained.Scraper).Reverse().Select(payload => new ChainCapture(chained.Scraper, payload)))
            .OrderByDescending(capture => capture.Payload.CapturedAt),
    ];

    /// <summary>Whether there are any.</summary>
    public static bool Any(IInputs inputs, ProcessorDeclaration declaration) =>
        declaration.Inputs.OfType<InputDeclaration.Captures>().Any(chained => inputs.Captures(chained.Scraper).Count > 0);

    /// <summary>Sets PDFs apart, which are no payloads to read: the text of each is captured beside it.</summary>
    /// <returns>What is to be read, in the given order, and a finding for each PDF whose text is not there: what it says is in nobody's hands.</returns>
    public static (IReadOnlyList<ChainCapture> Payloads, IReadOnlyList<string> Unread) WithoutPdfs(IReadOnlyList<ChainCapture> captures)
    {
        var payloads = captures.Where(capture => !IsPdf(capture)).ToArray();
        var texts = payloads.Select(Beside).ToHashSet();
        return (payloads, [.. captures.Where(capture => IsPdf(capture) && !texts.Contains(Beside(capture))).Select(pdf => $"{pdf.Payload.Path}: is a PDF without a text").Reverse()]);
    }

    private static (string Scraper, DateTimeOffset CapturedAt, string? Item) Beside(ChainCapture capture) => (capture.Scraper, capture.Payload.CapturedAt, capture.Payload.Item);

    private static bool IsPdf(ChainCapture capture)
    {
        using var raw = new RawPayload(capture.Payload.Path, capture.Payload.Bytes);
        return raw.IsPdf;
    }
}
