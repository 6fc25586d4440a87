using NbaProps.Operations;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Operations;

public sealed class DaySchedulerTests
{
    private readonly WatchedPipeline _pipeline = new(new FakeTimeProvider());
    private readonly DayScheduler _scheduler;

    public DaySchedulerTests() => _scheduler = new DayScheduler(_pipeline.Runtime);

    [Fact]
    public async Task A_day_reaches_its_moments_one_after_the_other_and_none_twice()
    {
        await _scheduler.RunAsync(Day.At(9, 59), CancellationToken.None);
        _pipeline.Bus.Drain();

        (await _scheduler.RunAsync(Day.At(10), CancellationToken.None)).ShouldBe([(Day, Moment.Context)]);
        (await _scheduler.RunAsync(Day.At(10, 1), CancellationToken.None)).ShouldBeEmpty();
        Units().ShouldContain($"nba_schedule|{Day}");
        Units().ShouldContain($"odds_api_player_points|{Day}");
        Units().ShouldContain($"bigdataball|{Day.AddDays(-1)}", "what is late of the day before is asked for at the next day's first moment");
        Units().ShouldNotContain($"nba_player_gamelog|{Day}");
    }

    [Fact]
    public async Task The_cut_off_is_half_an_hour_before_the_first_tip_off()
    {
        await ScheduleAsync(Scheduled(1), Scheduled(1) with { GameId = GameBefore(-1), TipOff = Day.At(21) });
        await _scheduler.RunAsync(Day.At(10), CancellationToken.None);

        (await _scheduler.RunAsync(Day.At(18, 29), CancellationToken.None)).ShouldBeEmpty();
        (await _scheduler.RunAsync(Day.At(18, 30), CancellationToken.None)).ShouldBe([(Day, Moment.CutOff)]);
    }

    [Fact]
    public async Task While_the_schedule_is_not_there_the_cut_off_is_waited_for()
    {
        await _scheduler.RunAsync(Day.At(10), CancellationToken.None);
        (await _scheduler.RunAsync(Day.At(14), CancellationToken.None)).ShouldBeEmpty();

        await ScheduleAsync(Scheduled(1));
        (await _scheduler.RunAsync(Day.At(18, 29), CancellationToken.None)).ShouldBeEmpty();
        (await _scheduler.RunAsync(Day.At(18, 30), CancellationToken.None)).ShouldBe([(Day, Moment.CutOff)]);
    }

    [Fact]
    public async Task A_schedule_that_never_comes_does_not_keep_the_day_from_ending()
    {
        await _scheduler.RunAsync(Day.At(10), CancellationToken.None);

        (await _scheduler.RunAsync(Day.At(30), CancellationToken.None)).ShouldBe([(Day, Moment.CutOff), (Day, Moment.NextMorning)]);
    }

    [Fact]
    public async Task A_day_without_games_has_the_cut_off_of_the_assumed_tip_off()
    {
        await _scheduler.RunAsync(Day.At(10), CancellationToken.None);
        await NoGamesAsync();

        (await _scheduler.RunAsync(Day.At(12), CancellationToken.None)).ShouldBe([(Day, Moment.CutOff)]);
    }

    [Fact]
    public async Task The_next_morning_ends_the_day_before()
    {
        await NoGamesAsync();
        await _scheduler.RunAsync(Day.At(23), CancellationToken.None);
        _pipeline.Bus.Drain();

        (await _scheduler.RunAsync(Day.At(30), CancellationToken.None)).ShouldBe([(Day, Moment.NextMorning)]);
        new[] { $"nba_schedule|{Day}", $"nba_player_gamelog|{Day}", $"nba_team_gamelog|{Day}" }.Except(Units(), StringComparer.Ordinal).ShouldBeEmpty();
        Units().ShouldNotContain($"odds_api_player_points|{Day}");
    }

    [Fact]
    public async Task A_machine_that_slept_catches_up_with_the_two_days_before() =>
        (await _scheduler.RunAsync(Day.At(9), CancellationToken.None)).ShouldBe(
        [
            (Day.AddDays(-2), Moment.Context), (Day.AddDays(-2), Moment.CutOff), (Day.AddDays(-2), Moment.NextMorning),
            (Day.AddDays(-1), Moment.Context), (Day.AddDays(-1), Moment.CutOff), (Day.AddDays(-1), Moment.NextMorning),
        ]);

    private Task NoGamesAsync() => _pipeline.PutAsync(new UnitDocument { Unit = $"nbac_schedule|{Day}", Outcome = RunState.NoData });

    private IEnumerable<string> Units() => _pipeline.Bus.PublishedTo(Topics.Trigger(Phase.Scrapers)).Select(message => message.Message.Attributes["unit"]);

    private Task ScheduleAsync(params NbacScheduleRow[] games) => _pipeline.PutAsync(Day, games);
}
