using NbaProps.RawProcessors.Formats;

namespace NbaProps.RawProcessors.Odds;

/// <summary>What those send who quote bookmakers.</summary>
internal static class OddsFormats
{
    public const string OddsApi = "odds_api";
    public const string BettingPros = "bettingpros";

    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json(OddsApi, "events", OddsPayload.IsEvents, OddsEvents.Read),
        PayloadFormat.Json(OddsApi, "event odds", OddsPayload.IsEventOrError, OddsQuotes.Read),
        PayloadFormat.Json(BettingPros, "events", BettingProsEvents.IsEvents, BettingProsEvents.Read),
        PayloadFormat.Json(BettingPros, "offers", BettingProsOffers.IsOffers, BettingProsOffers.Read),
    ];
}
