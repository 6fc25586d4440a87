using NbaProps.Domain;

namespace NbaProps.Tests.Domain;

public sealed class PlayerKeyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_number_that_is_nobodys_is_refused(long id)
        => Should.Throw<ArgumentOutOfRangeException>(() => new PlayerKey(id));

    [Theory]
    [InlineData("0")]
    [InlineData("01629029")]
    [InlineData("+5")]
    [InlineData("1629029.0")]
    [Trait("Incident", "I-09")]
    public void Only_its_own_digits_are_read(string text) => PlayerKey.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Two_keys_are_equal_when_their_numbers_are()
        => Property.ForAll(Samples.PlayerKeys, key => new PlayerKey(Id: key.Id).ShouldBe(key));
}
