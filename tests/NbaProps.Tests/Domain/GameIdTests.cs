using NbaProps.Domain;
using NbaProps.Domain.Calendar;

namespace NbaProps.Tests.Domain;

public sealed class GameIdTests
{
    [Theory]
    [InlineData("0022400561", SeasonPhase.Regular, "2024-25", 561)]
    [InlineData("0042400407", SeasonPhase.Playoffs, "2024-25", 407)]
    [InlineData("0012400001", SeasonPhase.Preseason, "2024-25", 1)]
    [InlineData("0032400011", SeasonPhase.AllStar, "2024-25", 11)]
    [InlineData("0052400101", SeasonPhase.PlayIn, "2024-25", 101)]
    [InlineData("0062400001", SeasonPhase.CupFinal, "2024-25", 1)]
    [InlineData("0029900001", SeasonPhase.Regular, "1999-00", 1)]
    [InlineData("0024600001", SeasonPhase.Regular, "1946-47", 1)]
    [InlineData("0024500001", SeasonPhase.Regular, "2045-46", 1)]
    public void Its_digits_name_phase_season_and_number(string text, SeasonPhase phase, string season, int number)
    {
        var id = GameId.Parse(text);
        (id.Phase, id.Season.Label, id.Number).ShouldBe((phase, season, number));
    }

    [Fact]
    public void It_is_made_of_its_parts()
        => Property.ForAll(Samples.GameIds, id =>
        {
            GameId.Create(id.Season, id.Phase, id.Number).ShouldBe(id);
            id.ToString().Length.ShouldBe(10);
        });

    [Fact]
    public void Parts_outside_their_range_are_refused()
    {
        var season = new Season(2024);
        Should.Throw<ArgumentOutOfRangeException>(() => GameId.Create(season, (SeasonPhase)7, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => GameId.Create(season, default, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => GameId.Create(season, SeasonPhase.Regular, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => GameId.Create(season, SeasonPhase.Regular, 100_000));
        Should.Throw<ArgumentOutOfRangeException>(() => GameId.Create(new Season(2046), SeasonPhase.Regular, 1));
    }

    [Fact]
    public void The_form_without_leading_zeros_is_read_only_on_request()
    {
        GameId.TryParse("42400407", out _).ShouldBeFalse();
        GameId.TryParseLoose("42400407", out var id).ShouldBeTrue();
        id.ToString().ShouldBe("0042400407");
        GameId.TryParseLoose("0042400407", out id).ShouldBeTrue();
        id.ToString().ShouldBe("0042400407");
    }

    [Theory]
    [InlineData("2400407")]
    [InlineData("042400407")]
    [InlineData("20240410_MEM_CLE")]
    [InlineData("1022400001")]
    [InlineData("0082400001")]
    [InlineData("-022400001")]
    [InlineData("82400407")]
    [InlineData(null)]
    [Trait("Incident", "O-06")]
    public void Nothing_else_is_read(string? text)
    {
        GameId.TryParse(text, out _).ShouldBeFalse();
        GameId.TryParseLoose(text, out _).ShouldBeFalse();
    }
}
