using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;

namespace NbaProps.RawProcessors.Chains;

/// <summary>A payload and the scraper of the chain that brought it.</summary>
/// <param name="Scraper">Name of the scraper.</param>
/// <param name="Payload">The payload.</param>
internal sealed record ChainCapture(string Scraper, CapturedPayload Payload)
{
    /// <summary>Whether a scraper brought it.</summary>
    public bool IsFrom(ProcessorDeclaration scraper) => string.Equals(Scraper, scraper.Name, StringComparison.Ordinal);
}
