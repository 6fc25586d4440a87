using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.RawProcessors;

/// <summary>An event and its game of the schedule: what the rows of its quotes have in common.</summary>
internal sealed class QuoteContext(OddsEvent odds, NbacScheduleRow game)
{
    private readonly TipOff _tipOff = TipOffOf(odds, game);

    public OddsApiPlayerPointsPropsRow Row(string book, NameKey name, PointsLine line, PropLine prices, DateTimeOffset? updated)
    {
        var assumed = updated is null;
        return new OddsApiPlayerPointsPropsRow
        {
            GameDate = game.GameDate,
            GameId = game.GameId,
            Bookmaker = book,
            NameKey = name,
            Market = "player_points",
            PointsLine = line,
            SnapshotAt = odds.SeenAt,
            EventId = odds.Id,
            HomeTeam = game.HomeTeam,
            AwayTeam = game.AwayTeam,
            PlayerName = prices.PlayerName,
            OverPrice = prices.Over?.American,
            UnderPrice = prices.Under?.American,
            OverPriceDecimal = prices.Over?.Decimal,
            UnderPriceDecimal = prices.Under?.Decimal,
            CommenceTime = odds.CommenceTime,
            BookmakerLastUpdate = updated,
            SnapshotAssumed = assumed,
            MinutesBeforeTipOff = assumed || _tipOff.IsAssumed ? null : (int)Math.Floor((_tipOff.Instant - odds.SeenAt).TotalMinutes),
            CapturedBeforeTipOff = odds.SeenAt < _tipOff.Instant && (updated is null || updated < _tipOff.Instant),
            Source = "odds_api",
            AsOf = odds.AsOf,
        };
    }

    /// <summary>
    /// The earlier of the two stated starts: the book's feed moves its own to the actual one once the game is on. One that is stated beats one
    /// that is assumed.
    /// </summary>
    private static TipOff TipOffOf(OddsEvent odds, NbacScheduleRow game)
    {
        var scheduled = new TipOff(game.TipOff, game.TipOffAssumed);
        if (odds.CommenceTime is not { } commence)
        {
            return scheduled;
        }

        return scheduled.IsAssumed || commence < scheduled.Instant ? TipOff.Known(commence) : scheduled;
    }
}
