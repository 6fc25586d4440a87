using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.RawProcessors.Odds;

/// <summary>What those send who quote bookmakers.</summary>
internal static class OddsFormats
{
    public const string OddsApi = NameSources.OddsApi;
    public const string BettingPros = NameSources.BettingPros;

    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json(OddsApi, "events", OddsPayload.IsEvents, OddsEvents.Read),
        PayloadFormat.Json(OddsApi, "event odds", OddsPayload.IsEventOrError, OddsQuotes.Read),
        PayloadFormat.Json(BettingPros, "events", BettingProsEvents.IsEvents, BettingProsEvents.Read),
        PayloadFormat.Json(BettingPros, "offers", BettingProsOffers.IsOffers, BettingProsOffers.Read),
    ];
}
