using FsCheck.Fluent;
using NbaProps.Domain.Odds;

namespace NbaProps.Tests.Domain.Odds;

public sealed class OddsTests
{
    [Theory]
    [InlineData(100, "2")]
    [InlineData(150, "2.5")]
    [InlineData(-200, "1.5")]
    [InlineData(-125, "1.8")]
    [InlineData(100_000, "1001")]
    [InlineData(-100_000, "1.001")]
    public void American_and_decimal_odds_are_one_price(int american, string @decimal)
    {
        new AmericanOdds(american).ToDecimal().ToString().ShouldBe(@decimal);
        DecimalOdds.Parse(@decimal).ToAmerican().Value.ShouldBe(american);
    }

    [Theory]
    [InlineData("1.91", -110)]
    [InlineData("1.83", -120)]
    [InlineData("1.87", -115)]
    [InlineData("2.05", 105)]
    public void A_rounded_decimal_price_becomes_the_nearest_american_one(string @decimal, int american)
        => DecimalOdds.Parse(@decimal).ToAmerican().Value.ShouldBe(american);

    [Fact]
    public void An_american_price_survives_the_decimal_form()
        => Property.ForAll(Samples.Prices, price => price.ToDecimal().ToAmerican().ShouldBe(price));

    [Fact]
    public void A_decimal_price_survives_the_american_form_to_within_its_rounding()
        => Property.ForAll(Samples.DecimalPrices, price =>
        {
            var there = price.ToAmerican();
            var back = there.ToDecimal();
            there.ShouldBe(back.ToAmerican());
            Math.Abs(back.Value - price.Value).ShouldBeLessThanOrEqualTo(0.005m);
        });

    [Fact]
    public void A_price_that_pays_more_comes_later_and_is_implied_less_likely()
        => Property.ForAll(Samples.Prices.Two(), pair =>
        {
            var (left, right) = pair;
            Math.Sign(left.CompareTo(right)).ShouldBe(Math.Sign(left.ToDecimal().Value.CompareTo(right.ToDecimal().Value)));
            if (left.CompareTo(right) < 0)
                left.ImpliedProbability.ShouldBeGreaterThanOrEqualTo(right.ImpliedProbability);
        });

    [Theory]
    [InlineData(-110, 0.523809523809523)]
    [InlineData(150, 0.4)]
    [InlineData(100, 0.5)]
    public void The_implied_probability_is_one_over_the_decimal_price(int american, double probability)
        => new AmericanOdds(american).ImpliedProbability.Value.ShouldBe(probability, 1e-12);

    [Fact]
    public void Even_money_is_one_price()
    {
        new AmericanOdds(-100).ShouldBe(new AmericanOdds(100));
        AmericanOdds.Parse("EVEN").ToString().ShouldBe("+100");
        AmericanOdds.Parse("even").ShouldBe(AmericanOdds.Parse("-100"));
    }

    [Theory]
    [InlineData("+105", 105)]
    [InlineData("105", 105)]
    [InlineData("-110", -110)]
    [InlineData("\u2212110", -110)]
    public void American_odds_are_read_as_books_write_them(string text, int value) => AmericanOdds.Parse(text).Value.ShouldBe(value);

    [Theory]
    [InlineData("99")]
    [InlineData("-99")]
    [InlineData("0")]
    [InlineData("1.91")]
    [InlineData("+100001")]
    [InlineData("--110")]
    [InlineData("-2147483648")]
    [InlineData("99999999999")]
    public void Numbers_that_are_no_american_odds_are_refused(string text)
        => Should.Throw<FormatException>(() => AmericanOdds.Parse(text)).Message
            .ShouldBe($"'{text}' is not American odds (a sign and 100 to 100000, such as -110 or +105, or EVEN).");

    [Fact]
    public void Prices_outside_their_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new AmericanOdds(99));
        Should.Throw<ArgumentOutOfRangeException>(() => new DecimalOdds(1));
        Should.Throw<ArgumentOutOfRangeException>(() => new DecimalOdds(1_000_001));
        Should.Throw<ArgumentOutOfRangeException>(() => new DecimalOdds(1.0001m).ToAmerican());
        Should.Throw<ArgumentOutOfRangeException>(() => new DecimalOdds(1002).ToAmerican());
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    [InlineData(52.4)]
    public void A_number_that_is_no_probability_is_refused(double value)
        => Should.Throw<ArgumentOutOfRangeException>(() => new Probability(value));

    [Fact]
    public void A_probability_and_its_complement_are_certain_together()
        => Property.ForAll(Samples.Probabilities, p =>
        {
            (p.Value + p.Complement.Value).ShouldBe(1, 1e-15);
            (p < p.Complement).ShouldBe(p.Complement > p);
            (p <= p.Complement).ShouldBe(p.Complement >= p);
        });

    [Fact]
    public void Probabilities_without_margin_sum_to_one()
        => Property.ForAll(Samples.Prices.Two(), pair =>
        {
            var price = new TwoWayPrice(pair.Item1, pair.Item2);
            (price.NoVigOver.Value + price.NoVigUnder.Value).ShouldBe(1, 1e-12);
            price.NoVig(Side.Over).ShouldBe(price.NoVigOver);
            price.NoVig(Side.Under).ShouldBe(price.NoVigUnder);
            var swapped = new TwoWayPrice(price.Under, price.Over);
            swapped.NoVigOver.Value.ShouldBe(price.NoVigUnder.Value, 1e-12);
            swapped.Margin.ShouldBe(price.Margin, 1e-12);
        });

    [Fact]
    public void The_margin_is_what_both_sides_imply_beyond_certainty()
    {
        var price = new TwoWayPrice(new AmericanOdds(-110), new AmericanOdds(-110));
        price.Margin.ShouldBe((2 * 110 / 210.0) - 1, 1e-12);
        price.NoVigOver.Value.ShouldBe(0.5, 1e-12);
        price.Price(Side.Under).ShouldBe(new AmericanOdds(-110));
    }

    [Fact]
    public void A_side_is_read_back_from_its_stored_name()
    {
        Sides.All.ShouldAllBe(side => Sides.Parse(side.ToStorageName()) == side);
        Sides.All.ShouldBe(Enum.GetValues<Side>());
        Should.Throw<FormatException>(() => Sides.Parse("over")).Message.ShouldBe("'over' is not a side: accepted are OVER, UNDER.");
        Sides.TryParse("OVER", out _).ShouldBeTrue();
    }
}
