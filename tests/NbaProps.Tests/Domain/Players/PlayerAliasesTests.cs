using NbaProps.Domain.Players;

namespace NbaProps.Tests.Domain.Players;

public sealed class PlayerAliasesTests
{
    [Theory]
    [InlineData("kenyon martin jr", "KJ Martin")]
    [InlineData("nicolas claxton", "Nic Claxton")]
    [InlineData("nahshon  hyland", "Bones Hyland")]
    [InlineData("cameron thomas", "Cam Thomas")]
    [InlineData("ishmail wainright", "Ish Wainright")]
    [InlineData("jeenathan williams", "Nate Williams")]
    [InlineData("Moe Wagner", "Moritz Wagner")]
    [InlineData("Herb Jones", "Herbert Jones")]
    [InlineData("Cam Johnson", "Cameron Johnson")]
    public void An_alias_resolves_to_the_leagues_name(string alias, string canonical)
        => PlayerAliases.Resolve(NameKey.From(alias)).ShouldBe(NameKey.From(canonical));

    [Fact]
    public void A_name_that_is_no_alias_is_its_own()
        => PlayerAliases.Resolve(NameKey.From("Luka Dončić")).ShouldBe(NameKey.From("Luka Dončić"));

    [Fact]
    public void One_step_resolves_every_alias()
    {
        PlayerAliases.All.Select(alias => alias.AliasKey).ShouldBeUnique();
        PlayerAliases.All.ShouldAllBe(alias => PlayerAliases.Resolve(alias.AliasKey) == alias.CanonicalKey);
        PlayerAliases.All.ShouldAllBe(alias => PlayerAliases.Resolve(alias.CanonicalKey) == alias.CanonicalKey);
    }

    [Fact]
    public void Every_alias_says_why() => PlayerAliases.All.ShouldAllBe(alias => alias.Reason.EndsWith('.'));
}
