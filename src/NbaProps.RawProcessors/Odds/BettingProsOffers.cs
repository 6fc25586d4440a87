using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Odds;

/// <summary>Reads a page of BettingPros' offers.</summary>
internal static class BettingProsOffers
{
    /// <summary>BettingPros' number of the market of a player's points.</summary>
    private const string Points = "156";

    public static bool IsOffers(PayloadNode root) => root.Optional("offers") is not null;

    /// <summary>
    /// The points lines; left out are other markets, whatever is not active, lines without points or price, and those with two prices for one side.
    /// </summary>
    public static Reading<BettingProsOfferLine> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var page = Page(root);
        return new(page.Lines, [.. page.NotOffered, .. page.Faults]);
    }

    /// <summary>The points lines, what is not on offer, and what is on offer and cannot be a line.</summary>
    public static BettingProsPage Page(PayloadNode root)
    {
        var page = new BettingProsPage([], [], []);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var offer in root.Required("offers").Items())
        {
            var id = OfferId(offer.Required("id"));
            if (!seen.Add(id))
            {
                throw new PermanentException($"{root.File}: offer {id} is listed twice");
            }

            // An offer that does not name its market is of the one that was asked for.
            var market = BettingProsNodes.Id(offer.Optional("market_id") ?? root.Optional("_parameters")?.Optional("market_id") ?? offer.Required("market_id"));
            if (!string.Equals(market, Points, StringComparison.Ordinal))
            {
                page.NotOffered.Add($"offer {id}: of market {market}, points are {Points}");
            }
            else if (IsInactive(offer))
            {
                page.NotOffered.Add($"offer {id}: inactive");
            }
            else
            {
                ReadOffer(offer, id, page);
            }
        }

        return page with { Lines = Consistent(page) };
    }

    private static void ReadOffer(PayloadNode offer, string id, BettingProsPage page)
    {
        var participants = offer.Required("participants");
        var name = participants.Items().ToArray() is [var only] ? only.Required("name") : throw participants.Refused("one player");
        var key = NameKey.TryFrom(name.Text(), out var folded) ? folded : throw name.Refused("a name with a letter in it");
        var (eventId, player) = (BettingProsNodes.Id(offer.Required("event_id")), BettingProsNodes.Id(offer.Required("player_id")));
        foreach (var selection in offer.Required("selections").Items())
        {
            var side = SideOf(selection.Required("selection"));
            if (IsInactive(selection))
            {
                page.NotOffered.Add($"offer {id} {side}: inactive");
                continue;
            }

            foreach (var book in selection.Required("books").Items())
            {
                var bookmaker = BettingProsBooks.Name(book.Required("id").Between(0, int.MaxValue));
                foreach (var line in book.Required("lines").Items())
                {
                    if (!line.Required("active").Flag())
                    {
                        page.NotOffered.Add($"offer {id} {side} {bookmaker} {line.Where}: inactive");
                    }
                    else if (LineOf(line, out var points, out var price) is { } why)
                    {
                        page.Faults.Add($"offer {id} {side} {bookmaker} {line.Where}: {why}");
                    }
                    else
                    {
                        var updated = line.Optional("updated") is { } stated ? BettingProsNodes.Instant(stated) : (DateTimeOffset?)null;
                        page.Lines.Add(new BettingProsOfferLine(id, eventId, player, name.Text(), key, bookmaker, side, points, price, updated));
                    }
                }
            }
        }
    }

    /// <summary>A line's points and price; otherwise the reason that it is none.</summary>
    private static string? LineOf(PayloadNode line, out PointsLine points, out AmericanOdds price)
    {
        (points, price) = (default, default);
        if (line.Optional("line") is not { } stated || !PointsLine.TryCreate(stated.Number(), out points))
        {
            return "no points from 0.5 to 80 in steps of 0.5";
        }

        if (line.Optional("cost")?.Whole() is not { } cost || Math.Abs((long)cost) is < 100 or > 100_000)
        {
            return "no American price";
        }

        price = new AmericanOdds(cost);
        return null;
    }

    /// <summary>Every price once; all prices of a side of a line go when there are two of them.</summary>
    private static List<BettingProsOfferLine> Consistent(BettingProsPage page)
    {
        var kept = new List<BettingProsOfferLine>();
        foreach (var line in page.Lines.GroupBy(line => (line.OfferId, line.Bookmaker, line.Line)))
        {
            if (line.GroupBy(one => one.Side).Any(side => side.Select(one => one.Price).Distinct().Skip(1).Any()))
            {
                page.Faults.Add($"offer {line.Key.OfferId} {line.Key.Bookmaker} {line.Key.Line}: two prices for one side");
                continue;
            }

            // Said twice alike, the later time holds: it cannot make a quote earlier than it is.
            kept.AddRange(line.GroupBy(one => one.Side).Select(side => side.OrderByDescending(one => one.Updated).First()));
        }

        return kept;
    }

    // An offer's and a selection's mark may be absent; a line's must be there.
    private static bool IsInactive(PayloadNode node) => node.Optional("active")?.Flag() == false;

    private static Side SideOf(PayloadNode node) => node.Text() switch
    {
        "over" => Side.Over,
        "under" => Side.Under,
        _ => throw node.Refused("over or under"),
    };

    private static string OfferId(PayloadNode node) => node.Kind == System.Text.Json.JsonValueKind.String ? node.FilledText() : BettingProsNodes.Id(node);
}
