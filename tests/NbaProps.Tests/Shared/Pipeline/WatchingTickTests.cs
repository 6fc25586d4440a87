using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Ticking;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>What a watcher's look at all dates is billed for, and that it acts on what is so now.</summary>
public sealed class WatchingTickTests
{
    private static readonly GameDate Day = new(2026, 1, 15);
    private static readonly UnitKey Schedule = new(ScrapersPhase.Schedule.Name, new(Day));

    private readonly FakeTimeProvider _time = new();
    private readonly WatchedPipeline _pipeline;
    private CountingState? _state;

    public WatchingTickTests() => _pipeline = new WatchedPipeline(_time, seen: state => _state = new CountingState(state));

    [Fact]
    public async Task A_look_does_not_read_the_season_again_and_the_grid_does()
    {
        await _pipeline.ReachAsync(Day, Moment.Context);
        var season = Enumerable.Range(1, 30).SelectMany(day => NbaPipeline.Manifest.Processors.Select(processor => new UnitKey(processor.Name, new(Day.AddDays(-day))))).ToArray();
        await _pipeline.PutAsync([.. season.Select(unit => new UnitDocument { Unit = unit.ToString(), Outcome = RunState.Succeeded })]);

        (await ReadsAsync(LookAsync)).ShouldBeGreaterThan(season.Length);
        _time.Advance(TimeSpan.FromHours(3));
        await LookAsync();
        _time.Advance(TimeSpan.FromMinutes(5));

        (await ReadsAsync(LookAsync)).ShouldBeLessThan(season.Length / 10);
        (await ReadsAsync(() => _pipeline.CompareAsync(now: null))).ShouldBeGreaterThan(season.Length);
    }

    [Fact]
    public async Task What_it_kept_is_not_acted_on_when_it_is_so_no_more()
    {
        await _pipeline.ReachAsync(Day, Moment.Context);
        var failed = new UnitDocument { Unit = Schedule.ToString(), Outcome = RunState.Failed, Reason = "broken" };
        await _pipeline.PutAsync(failed);
        (await LookAsync()).Outputs.Single(output => output.Unit == Schedule).ShouldSatisfyAllConditions(output => output.State.ShouldBe(ExpectedState.Failed), output => output.Actionable.ShouldBeTrue());

        // By a build that knows of no hours.
        _time.Advance(TimeSpan.FromHours(3));
        var held = failed with { LeaseUntil = _time.GetUtcNow().AddMinutes(3), Holder = "run" };
        await _pipeline.State.CommitAsync([new DocumentWrite(Schedule.Path, StateJson.Write(held), Precondition.None)], CancellationToken.None);

        (await LookAsync()).Outputs.Single(output => output.Unit == Schedule).ShouldSatisfyAllConditions(output => output.State.ShouldBe(ExpectedState.Running), output => output.Actionable.ShouldBeFalse());
    }

    private Task<TickReport> LookAsync() => _pipeline.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None);

    private async Task<int> ReadsAsync(Func<Task> look)
    {
        var before = _state!.Reads;
        await look();
        return _state.Reads - before;
    }
}
