namespace NbaProps.Tests.Support;

public sealed class PredicateAssertionsTests
{
    private static readonly int[] Some = [1, 2, 3];

    [Fact]
    public void All_is_all_and_says_who_is_not()
    {
        Some.ShouldAllBe(number => number < 4);
        Should.Throw<ShouldAssertException>(() => Some.ShouldAllBe(number => number != 2, "of these")).Message
            .ShouldBe("Some should all be number => number != 2, but 1 of 3 were not:\n2\nof these");
    }

    [Fact]
    public void Some_is_at_least_one()
    {
        Some.ShouldContain(number => number == 3);
        Should.Throw<ShouldAssertException>(() => Some.ShouldContain(number => number == 4)).Message.ShouldBe("Some should have one that is number => number == 4, but of 3 none was:\n1\n2\n3");
    }

    [Fact]
    public void None_is_not_one()
    {
        Some.ShouldNotContain(number => number == 4);
        Should.Throw<ShouldAssertException>(() => Some.ShouldNotContain(number => number > 1)).Message.ShouldBe("Some should have none that is number => number > 1, but 2 were:\n2\n3");
    }

    [Fact]
    public void Nothing_is_no_sequence() => Should.Throw<ShouldAssertException>(() => ((int[]?)null).ShouldAllBe(number => true));
}
