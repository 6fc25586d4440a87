using FsCheck;
using FsCheck.Fluent;
using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Predictions;

namespace NbaProps.Tests.Domain.Predictions;

public sealed class GradingTests
{
    private static readonly PointsLine Line = new(20);
    private static readonly Minutes Played = Minutes.Parse("34:12");

    [Theory]
    [InlineData(Recommendation.Over, 21, Grade.Correct)]
    [InlineData(Recommendation.Over, 20, Grade.Push)]
    [InlineData(Recommendation.Over, 19, Grade.Wrong)]
    [InlineData(Recommendation.Under, 21, Grade.Wrong)]
    [InlineData(Recommendation.Under, 20, Grade.Push)]
    [InlineData(Recommendation.Under, 19, Grade.Correct)]
    [InlineData(Recommendation.Pass, 21, Grade.NotGradable)]
    [InlineData(Recommendation.NoLine, 21, Grade.NotGradable)]
    public void A_side_is_graded_against_its_line(Recommendation recommendation, int points, Grade grade)
        => Grading.Grade(recommendation, Line, GameOutcome.Final(Played, points)).ShouldBe(grade);

    [Fact]
    public void A_side_on_a_player_who_did_not_play_is_void()
    {
        Grading.Grade(Recommendation.Under, Line, GameOutcome.DidNotPlay).ShouldBe(Grade.Void);
        Grading.Grade(Recommendation.Under, Line, GameOutcome.Final(Minutes.Zero, 0)).ShouldBe(Grade.Void);
    }

    [Fact]
    public void A_line_on_a_player_who_did_not_play_is_off_whether_or_not_a_side_was_taken()
        => Grading.Grade(Recommendation.Pass, Line, GameOutcome.DidNotPlay).ShouldBe(Grade.Void);

    [Fact]
    public void A_player_who_played_and_did_not_score_is_graded()
        => Grading.Grade(Recommendation.Under, Line, GameOutcome.Final(Minutes.FromSeconds(1), 0)).ShouldBe(Grade.Correct);

    [Fact]
    public void Until_the_game_is_final_a_side_is_pending_and_the_rest_not_gradable()
    {
        Grading.Grade(Recommendation.Over, Line, GameOutcome.NotFinal).ShouldBe(Grade.Pending);
        Grading.Grade(Recommendation.Pass, Line, GameOutcome.NotFinal).ShouldBe(Grade.NotGradable);
        Grading.Grade(Recommendation.NoLine, null, GameOutcome.NotFinal).ShouldBe(Grade.NotGradable);
    }

    [Fact]
    [Trait("Incident", "I-20")]
    public void A_side_without_a_line_is_not_gradable_whatever_happened()
    {
        foreach (var outcome in new[] { GameOutcome.NotFinal, GameOutcome.DidNotPlay, GameOutcome.Final(Played, 30) })
            Grading.Grade(Recommendation.Over, null, outcome).ShouldBe(Grade.NotGradable);
    }

    [Fact]
    public void The_two_sides_of_one_line_are_opposite_or_both_returned()
        => Property.ForAll(
            from line in Samples.Lines
            from points in Gen.Choose(0, 100)
            select (line, points),
            at =>
            {
                var outcome = GameOutcome.Final(Played, at.points);
                var over = Grading.Grade(Recommendation.Over, at.line, outcome);
                var under = Grading.Grade(Recommendation.Under, at.line, outcome);
                (over == Grade.Push).ShouldBe(at.points == at.line.Value);
                under.ShouldBe(over switch { Grade.Correct => Grade.Wrong, Grade.Wrong => Grade.Correct, _ => over });
                if (!at.line.CanPush)
                    over.ShouldNotBe(Grade.Push);
            });

    [Fact]
    public void Points_without_playing_time_are_a_defect_of_the_row()
    {
        Should.Throw<ArgumentException>(() => GameOutcome.Final(Minutes.Zero, 2)).Message.ShouldStartWith("2 points were given without playing time.");
        Should.Throw<ArgumentOutOfRangeException>(() => GameOutcome.Final(Played, -1));
    }

    [Fact]
    public void An_outcome_tells_what_it_was_made_of()
    {
        (GameOutcome.NotFinal.IsFinal, GameOutcome.NotFinal.Played).ShouldBe((false, false));
        (GameOutcome.DidNotPlay.IsFinal, GameOutcome.DidNotPlay.Played).ShouldBe((true, false));
        (GameOutcome.Final(Played, 7).Played, GameOutcome.Final(Played, 7).Points).ShouldBe((true, 7));
    }

    [Fact]
    public void Stored_names_are_read_back()
    {
        Recommendations.All.Select(value => value.ToStorageName()).ShouldBe(["OVER", "UNDER", "PASS", "NO_LINE"]);
        Recommendations.All.ShouldBe(Enum.GetValues<Recommendation>());
        Recommendations.All.ShouldAllBe(value => Recommendations.Parse(value.ToStorageName()) == value);
        Recommendations.TryParse("HOLD", out _).ShouldBeFalse();
        Grades.All.Select(value => value.ToStorageName()).ShouldBe(["correct", "wrong", "push", "void", "pending", "not_gradable"]);
        Grades.All.ShouldBe(Enum.GetValues<Grade>());
        Grades.All.ShouldAllBe(value => Grades.Parse(value.ToStorageName()) == value);
        Grades.TryParse("Correct", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_recommendation_that_is_none_is_a_defect()
        => Should.Throw<ArgumentOutOfRangeException>(() => Grading.Grade((Recommendation)9, Line, GameOutcome.NotFinal));
}
