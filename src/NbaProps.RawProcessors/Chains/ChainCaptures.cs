using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Chains;

/// <summary>The captures of a scraper and of those that stand in for it.</summary>
internal static class ChainCaptures
{
    /// <summary>
    /// All captures of the chains that a processor declares, the one that wins by time last: oldest first, and of one instant those of later scrapers
    /// of the chain first.
    /// </summary>
    public static IReadOnlyList<(string Scraper, CapturedPayload Capture)> ByTime(IInputs inputs, ProcessorDeclaration declaration) =>
    [
        .. declaration.Inputs.OfType<InputDeclaration.Captures>().Reverse()
            .SelectMany(chained => inputs.Captures(chained.Scraper).Select(capture => (chained.Scraper, capture)))
            .OrderBy(captured => captured.capture.CapturedAt),
    ];

    /// <summary>Whether any scraper of the chains has captured anything.</summary>
    public static bool Any(IInputs inputs, ProcessorDeclaration declaration) =>
        declaration.Inputs.OfType<InputDeclaration.Captures>().Any(chained => inputs.Captures(chained.Scraper).Count > 0);
}
