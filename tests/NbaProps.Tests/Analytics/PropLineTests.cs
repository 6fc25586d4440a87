using FsCheck;
using FsCheck.Fluent;

using NbaProps.Analytics;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Shared.Manifest.Raw;

using static NbaProps.Tests.Support.GameRows;

using Property = NbaProps.Tests.Domain.Property;

namespace NbaProps.Tests.Analytics;

public sealed class PropLineTests
{
    private static readonly Gen<PropQuote> Quotes =
        from book in Gen.Elements("draftkings", "fanduel", "consensus", "zebra")
        from hour in Gen.Choose(8, 18)
        from line in Gen.Choose(40, 60)
        from over in Gen.Elements<int?>(null, -250, -115, -110, 105, 210)
        from under in Gen.Elements<int?>(null, -250, -115, -110, 105, 210)
        where over is not null || under is not null
        select Quote(book, line / 2m, over, under, hour);

    [Fact]
    public void The_order_of_the_quotes_does_not_matter() => Property.ForAll(
        from quotes in Some
        from shuffled in Gen.Shuffle(quotes)
        select (quotes, shuffled),
        drawn => PropLine.Choose(drawn.shuffled).ShouldBe(PropLine.Choose(drawn.quotes)));

    [Fact]
    [Trait("Incident", "I-22")]
    public void The_chosen_lines_prices_are_of_one_quote_of_one_point() => Property.ForAll(Some, quotes =>
    {
        var chosen = PropLine.Choose(quotes)!;
        foreach (var quote in new[] { chosen.Current, chosen.Opening })
        {
            quotes.ShouldContain(given => ReferenceEquals(given, quote));
            quote.Quote.Line.ShouldBe(quote.Row.PointsLine);
            quote.Quote.Price.ShouldBe(quote.Row is { OverPrice: { } over, UnderPrice: { } under } ? new TwoWayPrice(over, under) : null);
        }
    });

    [Fact]
    public void A_worse_line_of_the_snapshot_never_changes_the_choice() => Property.ForAll(
        from quotes in Some
        from line in Gen.Choose(40, 60)
        select (quotes, line),
        drawn =>
        {
            var chosen = PropLine.Choose(drawn.quotes)!;
            if (chosen.Current.Quote.Price is null)
                return;
            var worse = Quote(chosen.Current.Row.Bookmaker, drawn.line / 2m, -5000, 2500, chosen.Current.Row.SnapshotAt);
            var oneSided = Quote(chosen.Current.Row.Bookmaker, drawn.line / 2m, null, 100, chosen.Current.Row.SnapshotAt);
            PropLine.Choose([worse, oneSided, .. drawn.quotes])!.Current.ShouldBe(chosen.Current);
        });

    [Fact]
    public void A_consensus_is_chosen_only_where_no_book_has_a_line()
    {
        PropLine.Choose([Quote("consensus", 20.5m, -110, -110, 10), Quote("zebra", 21.5m, -110, -110, 9)])!.Current.Row.Bookmaker.ShouldBe("zebra");
        PropLine.Choose([Quote("consensus", 20.5m, -110, -110, 10)])!.Current.Row.Bookmaker.ShouldBe("consensus");
    }

    [Fact]
    public void A_book_has_its_place_under_either_sources_name() => PropLine.Choose(
        [Quote("betrivers", 20.5m, -110, -110, 10), Quote("pointsbet", 21.5m, -110, -110, 10), Quote("caesars", 22.5m, -110, -110, 10)])!.Current.Row.Bookmaker.ShouldBe("caesars");

    // A table has one row of a book, player, line and moment.
    private static Gen<PropQuote[]> Some => Quotes.NonEmptyListOf().Select(quotes => quotes.DistinctBy(quote => (quote.Row.Bookmaker, quote.Row.PointsLine, quote.Row.SnapshotAt)).ToArray());

    private static PropQuote Quote(string book, decimal line, int? over, int? under, int hour) => Quote(book, line, over, under, Day.At(hour));

    private static PropQuote Quote(string book, decimal line, int? over, int? under, DateTimeOffset at)
    {
        OddsApiPlayerPointsPropsRow row = Prop(1, line, at, book) with { OverPrice = Odds(over), UnderPrice = Odds(under) };
        TwoWayPrice? price = row is { OverPrice: { } more, UnderPrice: { } fewer } ? new TwoWayPrice(more, fewer) : null;
        PregameQuote.TryCreate(row.PointsLine, price, book, row.SnapshotAt, captureAssumed: false, TipOff.Known(Tip), out var quote).ShouldBeTrue();
        return new PropQuote(quote!, row);
    }

    private static AmericanOdds? Odds(int? value) => value is { } odds ? new AmericanOdds(odds) : null;
}
