using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Serving.OddsApi;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>The main lines on players at each look before the games. Rule: a market's time is that of the last change of any line in it, in whole seconds.</summary>
internal sealed class PlayerPointsPropsTruth : TableTruth<OddsApiPlayerPointsPropsRow>
{
    protected override IEnumerable<OddsApiPlayerPointsPropsRow> Rows(DayTruth day) =>
        from market in SeenQuotes.OfPlayers(day, Moment.CutOff).GroupBy(quote => (quote.Game, quote.SeenAt, quote.Quote.Book))
        let updated = Seconds.Whole(market.Max(quote => quote.Quote.Updated))
        from seen in market
        select Row(seen, updated, day);

    private static OddsApiPlayerPointsPropsRow Row(SeenQuote seen, DateTimeOffset updated, DayTruth day)
    {
        var (game, quote) = (seen.Game, seen.Quote);
        return new()
        {
            GameDate = day.Date,
            GameId = game.Scheduled.Id,
            Bookmaker = quote.Book.Key,
            NameKey = quote.Player.NameKey,
            Market = "player_points",
            PointsLine = quote.Line,
            SnapshotAt = seen.SeenAt,
            EventId = OddsApiWriter.IdOf(game, day.Season.Season.League.Seed),
            HomeTeam = game.Scheduled.Home,
            AwayTeam = game.Scheduled.Away,
            PlayerName = quote.NameAsWritten,
            OverPrice = quote.Over,
            UnderPrice = quote.Under,
            OverPriceDecimal = Prices.Decimal(quote.Over),
            UnderPriceDecimal = quote.Under is { } under ? Prices.Decimal(under) : null,
            CommenceTime = game.Scheduled.TipOff,
            BookmakerLastUpdate = updated,
            SnapshotAssumed = false,
            MinutesBeforeTipOff = (int)Math.Floor((game.Scheduled.TipOff - seen.SeenAt).TotalMinutes),
            CapturedBeforeTipOff = true,
            Source = "odds_api",
            AsOf = seen.SeenAt,
        };
    }
}
