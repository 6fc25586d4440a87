using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>Which dates are compared, what counts as late, and which units a hint would move.</summary>
public sealed class TickTests
{
    private static readonly GameDate Day = new(2026, 1, 15);
    private static readonly UnitKey Schedule = new(ScrapersPhase.Schedule.Name, new(Day));

    private readonly FakeTimeProvider _time = new();
    private readonly WatchedPipeline _pipeline;

    public TickTests() => _pipeline = new WatchedPipeline(_time);

    [Fact]
    public async Task Of_a_season_that_has_begun_no_date_is_left_out_and_none_between_seasons_is_asked_for()
    {
        await _pipeline.ReachAsync(new(2022, 12, 27), Moment.Context);
        await _pipeline.ReachAsync(new(2022, 12, 29), Moment.Context);
        await _pipeline.ReachAsync(Day, Moment.Context);

        (await DatesAsync(now: null)).ShouldBe(["2022-12-27", "2022-12-28", "2022-12-29", "2026-01-15"]);
    }

    [Fact]
    [Trait("Incident", "I-36")]
    public async Task The_season_of_the_clock_goes_on_to_today_whether_or_not_a_scheduler_lives()
    {
        await _pipeline.ReachAsync(new(2022, 12, 27), Moment.Context);
        await _pipeline.ReachAsync(Day, Moment.Context);

        (await DatesAsync(Day.AddDays(2).At(12))).ShouldBe(["2022-12-27", "2026-01-15", "2026-01-16", "2026-01-17"]);
        var missed = (await _pipeline.CompareAsync(Day.AddDays(2).At(12))).First(output => output.Unit.Partition.Date == Day.AddDays(1));
        (missed.State, missed.Cause).ShouldBe((ExpectedState.Overdue, "2026-01-16 never reached Context"));
    }

    [Fact]
    [Trait("Incident", "I-33")]
    public async Task A_hundred_and_nine_days_that_nobody_reached_are_each_missing_however_long_ago()
    {
        GameDate first = new(2022, 10, 20);
        await _pipeline.ReachAsync(first, Moment.Context);
        await _pipeline.ReachAsync(first.AddDays(110), Moment.Context);

        var missing = (await _pipeline.CompareAsync(first.AddDays(110).At(12))).Where(output => output.Unit.Processor == Schedule.Processor && !output.HasBegun).ToArray();
        missing.Select(output => output.Unit.Partition.Date).ShouldBe(Enumerable.Range(1, 109).Select(first.AddDays));
        missing.ShouldAllBe(output => output.State == ExpectedState.Overdue && output.Cause == $"{output.Unit.Partition.Date} never reached Context");
    }

    [Fact]
    public async Task A_day_that_was_reached_late_gets_its_time_like_any_other()
    {
        await _pipeline.ReachAsync(Day, Moment.Context, now: Day.At(20));

        (await StateOfScheduleAsync(Day.At(21))).ShouldBe(ExpectedState.Expected);
        (await StateOfScheduleAsync(Day.At(23))).ShouldBe(ExpectedState.Overdue);
    }

    [Fact]
    [Trait("Incident", "I-05")]
    public async Task Before_tip_off_results_of_the_date_are_not_yet_expected_and_the_next_morning_they_are()
    {
        UnitKey[] before = [new("upcoming_team_game_context", new(Day)), new("ml_feature_store_v2", new(Day)), new("player_prop_predictions", new(Day))];
        UnitKey[] after = [new("phase3_hand_off", new(Day)), new("player_game_summary", new(Day)), new("nbac_player_boxscores", new(Day)), new("prediction_accuracy", new(Day))];
        await _pipeline.ReachAsync(Day, Moment.Context);
        await _pipeline.ReachAsync(Day, Moment.CutOff);
        await AreAsync(before, ExpectedState.Expected, Day.At(11));
        await AreAsync(after, ExpectedState.NotDue, Day.At(19));
        await AreAsync(before, ExpectedState.Overdue, Day.At(19));

        await _pipeline.ReachAsync(Day, Moment.NextMorning);
        await AreAsync(after, ExpectedState.Expected, Day.AddDays(1).At(7));
        await AreAsync(after, ExpectedState.Overdue, Day.AddDays(1).At(9));
    }

    [Fact]
    public async Task A_comparison_of_one_date_sees_all_that_a_comparison_of_every_date_sees_of_it()
    {
        var before = new[] { -1, -30, -300 }.Select(Day.AddDays).Append(Day).ToArray();
        foreach (var date in before)
        {
            await _pipeline.ReachAsync(date, Moment.NextMorning);
            await _pipeline.PutAsync([.. NbaPipeline.Manifest.Processors
                .Where(processor => processor.Granularity == Granularity.Date)
                .Select(processor => new UnitDocument { Unit = new UnitKey(processor.Name, new(date)).ToString(), Outcome = RunState.Succeeded, Generation = 1 })]);
        }

        // A write that is not settled holds up whoever reads it as history, and of that the day's own units say nothing.
        await _pipeline.PutAsync(new UnitDocument { Unit = $"nba_players_registry|{Day.AddDays(-300)}", Outcome = RunState.Succeeded, Generation = 2, Open = [7] });
        var all = (await _pipeline.CompareAsync(Day.At(12))).Where(output => output.Unit.Partition.Date == Day).ToArray();
        all.ShouldContain(output => output.WaitsFor != null && output.WaitsFor.Value.Partition.Date == Day.AddDays(-300));

        (await _pipeline.Runtime.Tick.CompareAsync(new GameDateRange(Day, Day), Day.At(12), CancellationToken.None)).ShouldBe(all);
    }

    [Fact]
    public async Task What_failed_waits_for_its_next_attempt_unless_its_inputs_are_others_now()
    {
        await _pipeline.ReachAsync(Day, Moment.Context);
        var failed = new UnitDocument { Unit = Schedule.ToString(), Outcome = RunState.Failed, Reason = "broken", Attempts = 3, NextAttempt = _time.GetUtcNow().AddHours(1), Tried = "others" };
        await _pipeline.PutAsync(failed);
        (await ScheduleAsync(Day.At(11))).Actionable.ShouldBeTrue();

        await _pipeline.PutAsync(failed with { Tried = null });
        (await ScheduleAsync(Day.At(11))).Actionable.ShouldBeFalse();
        _time.Advance(TimeSpan.FromHours(1));
        (await ScheduleAsync(Day.At(11))).Actionable.ShouldBeTrue();
    }

    [Fact]
    public async Task A_game_that_is_no_longer_asked_for_is_listed_while_a_write_of_it_is_open()
    {
        await _pipeline.ReachAsync(Day, Moment.Context);
        var gone = new UnitKey(PredictionsPhase.Staging.Name, new(Day, GameRows.Game));
        await _pipeline.PutAsync(new UnitDocument { Unit = gone.ToString(), Outcome = RunState.Failed, Token = 3, Open = [3] });
        (await _pipeline.CompareAsync(now: null)).ShouldContain(output => output.Unit == gone);

        await _pipeline.PutAsync(new UnitDocument { Unit = gone.ToString(), Outcome = RunState.Succeeded, Token = 4 });
        (await _pipeline.CompareAsync(now: null)).ShouldNotContain(output => output.Unit == gone);
    }

    [Fact]
    public async Task A_game_that_is_no_longer_asked_for_is_asked_to_send_what_its_last_run_left_unsent()
    {
        await _pipeline.ReachAsync(Day, Moment.Context);
        var gone = new UnitKey(PredictionsPhase.Staging.Name, new(Day, GameRows.Game));
        await _pipeline.PutAsync(new UnitDocument
        {
            Unit = gone.ToString(), Outcome = RunState.Succeeded, Token = 4, Outbox = [new OutboxMessage("1", Topics.Complete(Phase.Predictions), "{}")], OutboxSince = _time.GetUtcNow(),
        });
        (await _pipeline.CompareAsync(now: null)).ShouldNotContain(output => output.Unit == gone, "the run itself may still send it");

        _time.Advance(TimeSpan.FromMinutes(2));
        (await _pipeline.CompareAsync(now: null)).Single(output => output.Unit == gone).Actionable.ShouldBeTrue();
    }

    private async Task AreAsync(UnitKey[] units, ExpectedState state, DateTimeOffset now)
    {
        var outputs = await _pipeline.CompareAsync(now);
        units.Select(unit => outputs.Single(output => output.Unit == unit)).ShouldAllBe(output => output.State == state);
    }

    private async Task<string[]> DatesAsync(DateTimeOffset? now) =>
        [.. (await _pipeline.CompareAsync(now)).Select(output => output.Unit.Partition.Date.ToString()).Distinct(StringComparer.Ordinal)];

    private async Task<ExpectedOutput> ScheduleAsync(DateTimeOffset now) => (await _pipeline.CompareAsync(now)).Single(output => output.Unit == Schedule);

    private async Task<ExpectedState> StateOfScheduleAsync(DateTimeOffset now) => (await ScheduleAsync(now)).State;
}
