using NbaProps.Simulator.Chance;

namespace NbaProps.Tests.Simulator;

/// <summary>Chance follows from what it is drawn for, on every machine and in every version.</summary>
public sealed class DiceTests
{
    [Fact]
    public void The_numbers_of_a_purpose_never_change()
    {
        var dice = Dice.For(1, "game", "0022500001");

        // Written down once. Whoever changes them makes another league of every seed.
        Enumerable.Range(0, 4).Select(_ => dice.Between(0, 999_999)).ShouldBe([127_089, 307_680, 169_016, 977_691]);
    }

    [Fact]
    public void Another_seed_purpose_or_division_into_parts_has_other_numbers()
    {
        double First(long seed, params string[] purpose) => Dice.For(seed, purpose).Share();

        new[] { First(1, "a", "bc"), First(2, "a", "bc"), First(1, "ab", "c"), First(1, "abc") }.Distinct().Count().ShouldBe(4);
        First(1, "a", "bc").ShouldBe(First(1, "a", "bc"));
    }

    [Fact]
    public void Shares_are_even_and_normals_normal()
    {
        var dice = Dice.For(7, "moments");
        var shares = Enumerable.Range(0, 100_000).Select(_ => dice.Share()).ToArray();
        var normals = Enumerable.Range(0, 100_000).Select(_ => dice.Normal(10, 2)).ToArray();

        shares.ShouldAllBe(share => share >= 0 && share < 1);
        shares.Average().ShouldBe(0.5, 0.005);
        normals.Average().ShouldBe(10, 0.03);
        Math.Sqrt(normals.Average(number => (number - 10) * (number - 10))).ShouldBe(2, 0.03);
    }

    [Fact]
    public void Weights_are_kept_and_what_has_none_is_never_drawn()
    {
        var dice = Dice.For(3, "weights");
        var drawn = Enumerable.Range(0, 30_000).Select(_ => dice.Weighted([0, 1, 2, 0])).GroupBy(place => place).ToDictionary(place => place.Key, place => place.Count());

        drawn.Keys.Order().ShouldBe([1, 2]);
        ((double)drawn[2] / drawn[1]).ShouldBe(2, 0.1);
        Should.Throw<ArgumentException>(() => dice.Weighted([0, 0]));
    }

    [Fact]
    public void A_whole_number_lies_between_its_ends_and_reaches_both()
    {
        var dice = Dice.For(3, "ends");
        Enumerable.Range(0, 5_000).Select(_ => dice.Between(-2, 3)).Distinct().Order().ShouldBe([-2, -1, 0, 1, 2, 3]);
    }
}
