using System.Globalization;

using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Odds;

/// <summary>One market of one bookmaker in an event between two of the thirty teams.</summary>
/// <param name="Odds">The event.</param>
/// <param name="Book">The bookmaker's key.</param>
/// <param name="Key">The market's key.</param>
/// <param name="Updated">When the book last changed it; null when not stated.</param>
/// <param name="IsDecimal">Whether the payload is known to write decimal prices.</param>
/// <param name="Node">The market.</param>
internal sealed record OddsMarket(OddsEvent Odds, string Book, string Key, DateTimeOffset? Updated, bool IsDecimal, PayloadNode Node)
{
    private const decimal LargestSpread = 100;
    private const decimal LargestTotal = 500;

    /// <summary>Its quotes, each once; both sides of a line go when one of them was given two prices.</summary>
    public Reading<OddsQuoteLine> Read()
    {
        if (!OddsMarkets.IsOfPlayers(Key) && !OddsMarkets.IsOfGames(Key))
        {
            return new([], [$"{Book} {Key}: not one of the markets that are read"]);
        }

        var leftOut = new List<string>();
        var quotes = new List<OddsQuoteLine>();
        foreach (var outcome in Node.Required("outcomes").Items())
        {
            var (who, quote) = OddsMarkets.IsOfPlayers(Key) ? OfPlayer(outcome) : OfGame(outcome);
            if (quote is null)
            {
                leftOut.Add($"{Book} {who}: {outcome.Element.GetRawText()}");
            }
            else
            {
                quotes.Add(quote);
            }
        }

        var contradictory = quotes.GroupBy(LineOf).Where(Contradicts).ToArray();
        leftOut.AddRange(contradictory.Select(line => $"{Book} {Name(line.First())}: two prices for one side"));
        var gone = contradictory.Select(line => line.Key).ToHashSet();
        return new([.. quotes.Where(quote => !gone.Contains(LineOf(quote))).DistinctBy(quote => (LineOf(quote), quote.Outcome))], leftOut);
    }

    private (string Who, OddsQuoteLine? Quote) OfPlayer(PayloadNode outcome)
    {
        var (name, side, price) = (outcome.Required("description").Text(), outcome.Required("name"), OddsPrice.Of(outcome.Required("price"), IsDecimal));
        return NameKey.TryFrom(name, out var key) && outcome.Optional("point") is { } point && PointsLine.TryCreate(point.Number(), out var line) && price is { } known
            ? ($"'{name}'", Quote(known) with { PlayerName = name, NameKey = key, Outcome = OverOrUnder(side), Point = line.Value })
            : ($"'{name}'", null);
    }

    private (string Who, OddsQuoteLine? Quote) OfGame(PayloadNode outcome)
    {
        var (name, price, point) = (outcome.Required("name"), OddsPrice.Of(outcome.Required("price"), IsDecimal), outcome.Optional("point")?.Number());
        var isLine = Key switch
        {
            OddsMarkets.HeadToHead => point is null,
            OddsMarkets.Spreads => point is >= -LargestSpread and <= LargestSpread && IsQuarter(point.Value),
            _ => point is > 0 and <= LargestTotal && IsQuarter(point.Value),
        };
        var who = $"{Key} '{name.Text()}'";
        if (!isLine || price is not { } known)
        {
            return (who, null);
        }

        if (Key == OddsMarkets.Totals)
        {
            return (who, Quote(known) with { Outcome = OverOrUnder(name), Point = point });
        }

        var isHome = string.Equals(name.Text(), Odds.HomeName, StringComparison.Ordinal);
        return isHome || string.Equals(name.Text(), Odds.AwayName, StringComparison.Ordinal)
            ? (who, Quote(known) with { Outcome = isHome ? "home" : "away", Team = isHome ? Odds.Home : Odds.Away, Point = point })
            : throw name.Refused($"{Odds.HomeName} or {Odds.AwayName}");
    }

    private OddsQuoteLine Quote(OddsPrice price) => new(
        Odds.Id, Odds.Home!.Value, Odds.Away!.Value, Odds.CommenceTime, Odds.SeenAt, Key, Book, Updated,
        PlayerName: null, NameKey: null, Outcome: string.Empty, Team: null, Point: null, price.American, price.Decimal);

    private static string OverOrUnder(PayloadNode name) => name.Text() switch
    {
        "Over" => "over",
        "Under" => "under",
        _ => throw name.Refused("Over or Under"),
    };

    private static bool IsQuarter(decimal point) => decimal.IsInteger(point * 4);

    /// <summary>What a bookmaker prices as one: both sides of a point; of teams each side, whose points differ in sign.</summary>
    private static (NameKey? Player, string? Team, decimal? Point) LineOf(OddsQuoteLine quote) =>
        (quote.NameKey, quote.Team is null ? null : quote.Outcome, quote.Point);

    private static bool Contradicts(IEnumerable<OddsQuoteLine> line) =>
        line.GroupBy(quote => quote.Outcome, StringComparer.Ordinal).Any(side => side.Select(quote => (quote.Price, quote.PriceDecimal)).Distinct().Skip(1).Any());

    private string Name(OddsQuoteLine quote)
    {
        var point = quote.Point is { } stated ? string.Create(CultureInfo.InvariantCulture, $" {stated:0.##}") : string.Empty;
        return quote.PlayerName is { } player ? $"'{player}'{point}" : $"{Key} {quote.Team?.Value ?? "over or under"}{point}";
    }
}
