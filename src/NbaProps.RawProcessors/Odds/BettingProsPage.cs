namespace NbaProps.RawProcessors.Odds;

/// <summary>What a page of BettingPros' offers holds.</summary>
/// <param name="Lines">The points lines.</param>
/// <param name="NotOffered">Other markets and what is not active, each with its reason: nothing is missing without them.</param>
/// <param name="Faults">What is on offer and cannot be a line, each with its reason.</param>
internal sealed record BettingProsPage(List<BettingProsOfferLine> Lines, List<string> NotOffered, List<string> Faults);
