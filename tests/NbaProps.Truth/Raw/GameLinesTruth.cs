using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Serving.OddsApi;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>Spreads and totals of each game at each look before the games.</summary>
internal sealed class GameLinesTruth : TableTruth<OddsApiGameLineRow>
{
    protected override IEnumerable<OddsApiGameLineRow> Rows(DayTruth day) =>
        from look in SeenQuotes.Looks(day, Moment.CutOff)
        from game in day.Games
        from line in day.Season.Lines.Of(game, look)
        where SeenQuotes.Books.Contains(line.Book)
        from side in Sides(line)
        select new OddsApiGameLineRow
        {
            GameDate = day.Date,
            GameId = game.Scheduled.Id,
            Bookmaker = line.Book.Key,
            Market = side.Market,
            Outcome = side.Outcome,
            Point = (double)side.Point,
            SnapshotAt = look,
            EventId = OddsApiWriter.IdOf(game, day.Season.Season.League.Seed),
            HomeTeam = game.Scheduled.Home,
            AwayTeam = game.Scheduled.Away,
            Price = side.Price,
            PriceDecimal = Prices.Decimal(side.Price),
            CommenceTime = game.Scheduled.TipOff,
            BookmakerLastUpdate = Seconds.Whole(line.Updated),
            SnapshotAssumed = false,
            MinutesBeforeTipOff = (int)Math.Floor((game.Scheduled.TipOff - look).TotalMinutes),
            CapturedBeforeTipOff = true,
            Source = "odds_api",
            AsOf = look,
        };

    private static (string Market, string Outcome, decimal Point, AmericanOdds Price)[] Sides(GameQuote line) =>
    [
        ("spreads", "home", line.HomeSpread, line.HomeSpreadPrice), ("spreads", "away", line.HomeSpread == 0 ? 0 : -line.HomeSpread, line.AwaySpreadPrice),
        ("totals", "over", line.Total, line.OverPrice), ("totals", "under", line.Total, line.UnderPrice),
    ];
}
