using FsCheck;
using FsCheck.Fluent;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;

namespace NbaProps.Tests.Domain.Odds;

public sealed class MainLineOrderTests
{
    private static readonly GameDate Date = new(2024, 1, 25);

    private static readonly Gen<PregameQuote> Quotes =
        from line in Gen.Choose(40, 60)
        from over in Gen.Elements(-250, -120, -115, -110, -105, 100, 105, 120, 210)
        from under in Gen.Elements(-250, -120, -115, -110, -105, 100, 105, 120, 210)
        from twoSided in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        select Quote(line / 2m, twoSided ? (over, under) : null);

    [Fact]
    public void The_main_line_is_the_one_nearest_to_even() =>
        MainOf(Quote(20.5m, (-250, 200)), Quote(24.5m, (-115, -115)), Quote(29.5m, (210, -260))).Line.Value.ShouldBe(24.5m);

    [Fact]
    public void Of_two_lines_with_mirrored_prices_the_lower_is_the_main_one()
        => Property.ForAll(Samples.Prices.Two(), pair =>
        {
            var (low, high) = (Quote(24.5m, (pair.Item1.Value, pair.Item2.Value)), Quote(25.5m, (pair.Item2.Value, pair.Item1.Value)));
            MainOf(high, low).ShouldBeSameAs(low);
        });

    [Fact]
    public void A_line_with_one_price_is_the_main_one_only_where_none_has_two()
    {
        MainOf(Quote(10.5m, null), Quote(24.5m, (-900, 550))).Line.Value.ShouldBe(24.5m);
        MainOf(Quote(25.5m, null), Quote(24.5m, null)).Line.Value.ShouldBe(24.5m);
    }

    [Fact]
    public void The_order_of_the_quotes_does_not_matter()
        => Property.ForAll(
            from quotes in Quotes.NonEmptyListOf()
            from shuffled in Gen.Shuffle(quotes.ToArray())
            select (quotes, shuffled),
            drawn => MainOf(drawn.shuffled).ShouldBe(MainOf(drawn.quotes)));

    [Fact]
    [Trait("Incident", "I-22")]
    public void A_worse_line_never_changes_the_choice()
        => Property.ForAll(
            from quotes in Quotes.NonEmptyListOf()
            from other in Quotes
            select (quotes, other),
            drawn =>
            {
                var before = MainOf(drawn.quotes);
                var worse = MainLineOrder.Instance.Compare(before, drawn.other) < 0;
                MainOf(drawn.quotes.Prepend(drawn.other)).ShouldBe(worse ? before : drawn.other);
                if (Off(drawn.other) > Off(before) + 1e-12)
                    worse.ShouldBeTrue();
            });

    [Fact]
    public void It_is_an_order()
        => Property.ForAll(Quotes.Three(), three =>
        {
            var (a, b, c) = three;
            var order = MainLineOrder.Instance;
            order.Compare(a, b).ShouldBe(-order.Compare(b, a));
            order.Compare(a, a).ShouldBe(0);
            if (order.Compare(a, b) == 0)
                a.ShouldBe(b);
            if (order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0)
                order.Compare(a, c).ShouldBeLessThanOrEqualTo(0);
        });

    [Fact]
    public void The_imbalance_is_twice_the_distance_from_even()
        => Property.ForAll(Samples.Prices.Two(), pair =>
        {
            var price = new TwoWayPrice(pair.Item1, pair.Item2);
            price.Imbalance.ShouldBe(2 * Math.Abs(price.NoVigOver.Value - 0.5), 1e-12);
        });

    private static double Off(PregameQuote quote) => quote.Price is { } price ? Math.Abs(price.NoVigOver.Value - 0.5) : 1;

    private static PregameQuote MainOf(params IEnumerable<PregameQuote> quotes) => quotes.Order(MainLineOrder.Instance).First();

    private static PregameQuote Quote(decimal line, (int Over, int Under)? prices)
    {
        TwoWayPrice? price = prices is { } both ? new TwoWayPrice(new AmericanOdds(both.Over), new AmericanOdds(both.Under)) : null;
        PregameQuote.TryCreate(new PointsLine(line), price, "draftkings", Date.At(12), captureAssumed: false, TipOff.Known(Date.At(19, 30)), out var quote).ShouldBeTrue();
        return quote!;
    }
}
