using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Captured;

/// <summary>A payload and the scraper that brought it.</summary>
/// <param name="Scraper">Name of the scraper.</param>
/// <param name="Place">The scraper's place in its chain, from 0.</param>
/// <param name="Payload">The payload.</param>
internal sealed record ChainCapture(string Scraper, int Place, CapturedPayload Payload)
{
    /// <summary>
    /// What scrapers captured, newest first; of what was captured at one instant the earlier scraper's stands first, and of one scraper's what it
    /// brought last. A PDF is no payload to read: its text is one of its own.
    /// </summary>
    public static IReadOnlyList<ChainCapture> NewestFirst(IInputs inputs, params IReadOnlyList<string> scrapers) =>
    [
        .. scrapers.Index()
            .SelectMany(scraper => inputs.Captures(scraper.Item).Reverse().Select(payload => new ChainCapture(scraper.Item, scraper.Index, payload)))
            .Where(capture => !IsPdf(capture.Payload))
            .OrderByDescending(capture => capture.Payload.CapturedAt)
            .ThenBy(capture => capture.Place),
    ];

    /// <summary>PDFs of which no text was captured at the same time: what they say is in nobody's hands.</summary>
    public static IEnumerable<string> Unread(IInputs inputs, string scraper) => inputs.Captures(scraper)
        .GroupBy(payload => (payload.CapturedAt, payload.Item))
        .Where(together => together.All(IsPdf))
        .SelectMany(together => together)
        .Select(pdf => $"{pdf.Path}: is a PDF without a text");

    private static bool IsPdf(CapturedPayload payload)
    {
        using var raw = new RawPayload(payload.Path, payload.Bytes);
        return raw.IsPdf;
    }
}
