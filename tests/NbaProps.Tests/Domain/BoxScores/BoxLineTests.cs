using NbaProps.Domain.BoxScores;

namespace NbaProps.Tests.Domain.BoxScores;

public sealed class BoxLineTests
{
    private static readonly BoxLine Player = new(Minutes.Parse("47:00"), 60, 21, 31, 2, 6, 16, 22, 4, 4);
    private static readonly BoxLine Team = new(Minutes.Parse("265:00"), 126, 45, 95, 10, 35, 26, 36, 12, 10);

    [Fact]
    public void Its_figures_are_those_of_the_formulas()
    {
        Player.TrueShooting.ShouldBe(BoxScoreMath.TrueShooting(60, 31, 22));
        Player.EffectiveFieldGoal.ShouldBe(BoxScoreMath.EffectiveFieldGoal(21, 2, 31));
        Player.UsageRate(Team).ShouldBe(BoxScoreMath.UsageRate(31, 22, 4, 47, 95, 36, 10, 265));
        Team.Possessions.ShouldBe(BoxScoreMath.Possessions(95, 36, 10, 12));
        Player.Contradictions().ShouldBeEmpty();
    }

    [Fact]
    public void What_a_source_left_out_is_missing_and_no_contradiction()
    {
        var line = Player with { FreeThrowsAttempted = null, Minutes = null };
        line.TrueShooting.ShouldBeNull();
        line.UsageRate(Team).ShouldBeNull();
        line.Contradictions().ShouldBeEmpty();
    }

    [Fact]
    public void What_contradicts_itself_is_named()
    {
        (Player with { Points = 61 }).Contradictions().ShouldBe(["Points is 61, its shots add up to 60"]);
        (Player with { Turnovers = -1 }).Contradictions().ShouldBe(["Turnovers is -1"]);
        (Player with { FieldGoalsAttempted = 20 }).Contradictions().ShouldBe(["FieldGoalsMade is 21, more than FieldGoalsAttempted, 20"]);
        (Player with { ThreesAttempted = 32 }).Contradictions().ShouldBe(["ThreesAttempted is 32, more than FieldGoalsAttempted, 31"]);
    }
}
