using NbaProps.Domain;
using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.Domain.Predictions;
using NbaProps.Domain.Teams;

namespace NbaProps.Tests.Domain.Text;

public sealed class DefaultsTests
{
    public static TheoryData<string, Func<object?>> Uses => new()
    {
        { "GameDate", () => default(GameDate).ToString() },
        { "GameDate", () => default(GameDate).Year },
        { "GameDate", () => default(GameDate) < new GameDate(2024, 1, 1) },
        { "GameDate", () => default(GameDate).CompareTo(new GameDate(2024, 1, 1)) },
        { "GameDate", () => default(GameDateRange).Days },
        { "Season", () => default(Season).ToString() },
        { "GameId", () => default(GameId).ToString() },
        { "GameId", () => default(GameId).Phase },
        { "PlayerKey", () => default(PlayerKey).ToString() },
        { "TeamTricode", () => default(TeamTricode).ToString() },
        { "TeamTricode", () => TeamSpellings.FullName(default) },
        { "NameKey", () => default(NameKey).ToString() },
        { "AmericanOdds", () => default(AmericanOdds).ImpliedProbability },
        { "AmericanOdds", () => default(TwoWayPrice).Margin },
        { "DecimalOdds", () => default(DecimalOdds).ToString() },
        { "PointsLine", () => default(PointsLine).ToDouble() },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public void A_value_that_was_never_given_says_so_when_it_is_used(string type, Func<object?> use)
        => Should.Throw<InvalidOperationException>(use).Message.ShouldBe($"This {type} was never given a value (it is default({type})).");

    [Fact]
    public void Defaults_are_equal_only_to_themselves()
    {
        default(GameDate).ShouldBe(default);
        default(GameDate).GetHashCode().ShouldBe(default(GameDate).GetHashCode());
        default(GameId).ShouldNotBe(GameId.Parse("0022400561"));
    }

    [Fact]
    public void Where_a_default_is_a_value_it_is_the_harmless_one()
    {
        default(Minutes).ShouldBe(Minutes.Zero);
        default(Probability).Value.ShouldBe(0);
        default(GameOutcome).IsFinal.ShouldBeFalse();
    }
}
