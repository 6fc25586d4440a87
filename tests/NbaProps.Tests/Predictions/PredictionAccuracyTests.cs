using NbaProps.Predictions;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;
using static NbaProps.Tests.Support.PredictionRows;

namespace NbaProps.Tests.Predictions;

public sealed class PredictionAccuracyTests
{
    [Theory]
    [InlineData("OVER", 24.5, 30, 30, "correct", true)]
    [InlineData("OVER", 24.5, 24, 30, "wrong", false)]
    [InlineData("UNDER", 24.5, 24, 30, "correct", true)]
    [InlineData("UNDER", 24.5, 25, 30, "wrong", false)]
    [InlineData("OVER", 24.0, 24, 30, "push", null)]
    [InlineData("UNDER", 24.0, 24, 30, "push", null)]
    [InlineData("PASS", 24.5, 30, 30, "not_gradable", null)]
    [InlineData("NO_LINE", null, 30, 30, "not_gradable", null)]
    [InlineData("OVER", 24.5, 0, 0, "void", null)]
    [InlineData("PASS", 24.5, 0, 0, "void", null)]
    [InlineData("NO_LINE", null, 0, 0, "not_gradable", null)]
    public void A_prediction_is_graded_on_its_own_line(string recommendation, double? line, int points, int minutes, string grade, bool? correct)
    {
        var row = Grade([Prediction(recommendation, (decimal?)line)], [Result(1, points, minutes)]).Rows.Single();

        (row.Grade, row.PredictionCorrect).ShouldBe((grade, correct));
    }

    [Fact]
    public void Who_is_in_no_box_score_of_a_final_game_did_not_play()
    {
        var row = Grade([Prediction("OVER", 24.5m)], [Result(2, 10, 20)]).Rows.Single();

        (row.Grade, row.VoidReason, row.ActualPoints, row.AbsoluteError).ShouldBe(("void", "no_box_score_row", null, null));
    }

    [Fact]
    public void Zero_minutes_with_points_are_zero_minutes()
    {
        var row = Grade([Prediction("OVER", 24.5m)], [Result(1, 2, 0)]).Rows.Single();

        (row.Grade, row.VoidReason, row.MinutesPlayed, row.ActualPoints).ShouldBe(("void", "zero_minutes", 0, null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Before_the_game_is_final_everything_is_pending(int status) =>
        Grade([Prediction("OVER", 24.5m)], [Result(1, 30, 30)], Scheduled(status)).Rows.Single().Grade.ShouldBe("pending");

    [Fact]
    public void A_schedule_that_lists_nothing_voids_nothing() =>
        Grade([Prediction("OVER", 24.5m)], [], Scheduled() with { GameDate = Day.AddDays(9) }).Rows.Single().Grade.ShouldBe("pending");

    [Fact]
    [Trait("Incident", "O-04")]
    public void A_game_that_was_put_off_is_void_and_so_is_one_that_was_given_another_date()
    {
        var off = Grade([Prediction("OVER", 24.5m)], [], Scheduled(1) with { Postponed = true, GameStatusText = "PPD" }).Rows.Single();
        var moved = Grade([Prediction("OVER", 24.5m)], [], Scheduled() with { GameId = NbaProps.Domain.GameId.Parse("0022500999") }).Rows.Single();

        (off.Grade, off.VoidReason, off.ActualPoints).ShouldBe(("void", "game_not_played", null));
        (moved.Grade, moved.VoidReason, moved.ActualPoints).ShouldBe(("void", "game_not_played", null));
    }

    [Fact]
    public void A_final_game_without_summaries_is_pending_and_named()
    {
        var run = Grade([Prediction("OVER", 24.5m)], []);

        (run.State, run.Rows.Single().Grade).ShouldBe((RunState.Degraded, "pending"));
        run.Reason.ShouldBe("1 pending; final and not summarised: 0022200512");
    }

    [Fact]
    public void Errors_and_margins_are_of_predicted_and_scored_points()
    {
        var row = Grade([Prediction("OVER", 24.5m, predicted: 27)], [Result(1, 31, 35)]).Rows.Single();

        (row.SignedError, row.AbsoluteError, row.PredictedMargin, row.ActualMargin, row.Within3Points, row.Within5Points).ShouldBe((-4.0, 4.0, 2.5, 6.5, false, true));
    }

    [Fact]
    public void A_replay_is_never_graded() => Grade([Prediction("OVER", 24.5m, serving: "replay")], [Result(1, 30, 30)]).State.ShouldBe(RunState.NoData);

    [Fact]
    public void Without_a_prediction_there_is_no_error_and_still_a_grade()
    {
        var row = Grade([Prediction("PASS", 24.5m, predicted: null)], [Result(1, 30, 30)]).Rows.Single();

        (row.Grade, row.AbsoluteError, row.ActualPoints).ShouldBe(("not_gradable", null, 30));
    }

    private static PlayerGameSummaryRow Result(int player, int points, int minutes) => Played(0, points, minutes, player) with { GameDate = Day, GameId = Game };

    private static Computation<PredictionAccuracyRow> Grade(PlayerPropPredictionRow[] predictions, PlayerGameSummaryRow[] results, NbacScheduleRow? schedule = null) =>
        new PredictionAccuracyProcessor().Compute(new FakeInputs().With(predictions).With(results).With([schedule ?? Scheduled()]), new RunContext(new(Day), Day.At(30)));
}
