using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.RawProcessors.Odds;

/// <summary>An event and its game of the schedule: what the rows of its quotes have in common.</summary>
/// <param name="Game">The game.</param>
/// <param name="EventId">The source's id of the game.</param>
/// <param name="CommenceTime">The start as the source states it; null when it states none.</param>
/// <param name="SeenAt">When the quotes were seen.</param>
/// <param name="AsOf">The moment of the game day that they were fetched for.</param>
/// <param name="Source">The source.</param>
internal sealed record QuoteContext(NbacScheduleRow Game, string EventId, DateTimeOffset? CommenceTime, DateTimeOffset SeenAt, DateTimeOffset AsOf, string Source)
{
    // What the tables take for minutes before tip-off.
    private const double MostMinutes = 100_000;

    /// <summary>
    /// The earlier of the two stated starts: the book's feed moves its own to the actual one once the game is on. One that is stated beats one
    /// that is assumed.
    /// </summary>
    private TipOff TipOff => CommenceTime is { } commence && (Game.TipOffAssumed || commence < Game.TipOff)
        ? TipOff.Known(commence)
        : new TipOff(Game.TipOff, Game.TipOffAssumed);

    /// <summary>Whether the quotes were seen too long before or after the game for any table: months, as when a past season is fetched anew.</summary>
    public bool IsFarOff => !TipOff.IsAssumed && Math.Abs((TipOff.Instant - SeenAt).TotalMinutes) > MostMinutes - 1;

    public OddsApiPlayerPointsPropsRow Row(PropsQuote quote) => new()
    {
        GameDate = Game.GameDate,
        GameId = Game.GameId,
        Bookmaker = quote.Book,
        NameKey = quote.NameKey,
        Market = OddsMarkets.PlayerPoints,
        PointsLine = quote.Line,
        SnapshotAt = SeenAt,
        EventId = EventId,
        HomeTeam = Game.HomeTeam,
        AwayTeam = Game.AwayTeam,
        PlayerName = quote.PlayerName,
        OverPrice = quote.Over?.American,
        UnderPrice = quote.Under?.American,
        OverPriceDecimal = quote.Over?.Decimal,
        UnderPriceDecimal = quote.Under?.Decimal,
        CommenceTime = CommenceTime,
        BookmakerLastUpdate = quote.Updated,
        SnapshotAssumed = quote.Updated is null,
        MinutesBeforeTipOff = Minutes(quote.Updated),
        CapturedBeforeTipOff = IsBeforeTipOff(quote.Updated),
        Source = Source,
        AsOf = AsOf,
    };

    public OddsApiGameLineRow Row(OddsQuoteLine quote) => new()
    {
        GameDate = Game.GameDate,
        GameId = Game.GameId,
        Bookmaker = quote.Bookmaker,
        Market = quote.Market,
        Outcome = quote.Outcome,

        // Not a negative zero, which would be another key.
        Point = quote.Point is { } point and not 0 ? (double)point : 0,
        SnapshotAt = SeenAt,
        EventId = EventId,
        HomeTeam = Game.HomeTeam,
        AwayTeam = Game.AwayTeam,
        Price = quote.Price,
        PriceDecimal = quote.PriceDecimal,
        CommenceTime = CommenceTime,
        BookmakerLastUpdate = quote.LastUpdate,
        SnapshotAssumed = quote.LastUpdate is null,
        MinutesBeforeTipOff = Minutes(quote.LastUpdate),
        CapturedBeforeTipOff = IsBeforeTipOff(quote.LastUpdate),
        Source = Source,
        AsOf = AsOf,
    };

    /// <summary>A props row's key below the date, in an order that texts sort in.</summary>
    public string Key(PropsQuote quote) =>
        string.Create(CultureInfo.InvariantCulture, $"{Game.GameId}|{quote.Book}|{quote.NameKey}|{quote.Line.Value:00.0}|{SeenAt.UtcTicks:D20}");

    /// <summary>A game line's key below the date, in an order that texts sort in.</summary>
    public string Key(OddsQuoteLine quote) =>
        string.Create(CultureInfo.InvariantCulture, $"{Game.GameId}|{quote.Bookmaker}|{quote.Market}|{quote.Outcome}|{1000 + (quote.Point ?? 0):0000.00}|{SeenAt.UtcTicks:D20}");

    private int? Minutes(DateTimeOffset? updated) => updated is null || TipOff.IsAssumed ? null : (int)Math.Floor((TipOff.Instant - SeenAt).TotalMinutes);

    private bool IsBeforeTipOff(DateTimeOffset? updated) => SeenAt < TipOff.Instant && (updated is null || updated < TipOff.Instant);
}
