using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

public sealed class TakeoverTests
{
    private static readonly UnitKey Unit = new(ScrapersPhase.Schedule.Name, new(new GameDate(2026, 1, 15)));

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryStateStore _state;

    public TakeoverTests() => _state = new InMemoryStateStore(_time);

    [Fact]
    public async Task A_unit_of_a_process_that_is_gone_can_be_had_at_once_and_its_run_is_closed()
    {
        var gone = (await AcquireAsync("gone")).ShouldNotBeNull();
        (await AcquireAsync("too early")).ShouldBeNull();

        (await Takeover.RunAsync(_state, CancellationToken.None)).ShouldBe(1);

        (await AcquireAsync("next")).ShouldNotBeNull().Token.ShouldBe(2);
        var closed = (await new RunLedger(_state).SinceAsync(DateTimeOffset.MinValue, CancellationToken.None)).Single(run => run.RunId == gone.RunId);
        (closed.State, closed.Reason).ShouldBe((RunState.Failed, "abandoned: its lease ran out"));
    }

    [Fact]
    public async Task A_holder_that_lives_after_all_is_fenced_off()
    {
        var alive = (await AcquireAsync("alive")).ShouldNotBeNull();
        await Takeover.RunAsync(_state, CancellationToken.None);
        (await AcquireAsync("next")).ShouldNotBeNull();

        await Should.ThrowAsync<LeaseLostException>(() => alive.RenewAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_failed_need_not_wait_for_its_next_attempt_and_what_rests_is_left_alone()
    {
        var failed = new UnitDocument { Unit = Unit.ToString(), Outcome = RunState.Failed, Attempts = 2, NextAttempt = _time.GetUtcNow().AddHours(1) };
        var resting = new UnitDocument { Unit = $"{Unit.Processor}|2026-01-16", Outcome = RunState.Succeeded };
        await PutAsync(failed, resting);

        (await Takeover.RunAsync(_state, CancellationToken.None)).ShouldBe(1);

        var read = await _state.GetAsync(Unit.Path, CancellationToken.None);
        var after = StateJson.Read<UnitDocument>(read.Document!.Json);
        (after.NextAttempt, after.Attempts, after.LeaseUntil).ShouldBe((null, 2, null));
        after.ChangedIn.ShouldNotBeNull("a watcher would not see it");
    }

    private async Task<HeldUnit?> AcquireAsync(string trigger)
    {
        var seen = await Looks.SeeAsync(_state, Unit, _time);
        return (await new Acquisition(new StateCalls(_state, _time, new RuntimeOptions()), _time, new RuntimeOptions(), new RunIdentity(trigger))
            .TryAcquireAsync(ScrapersPhase.Schedule, Unit, new RunTrigger(trigger, string.Empty), seen, CancellationToken.None)).Held;
    }

    private async Task PutAsync(params UnitDocument[] units) =>
        await _state.CommitAsync([.. units.Select(unit => new DocumentWrite(unit.Key.Path, StateJson.Write(unit), Precondition.Absent))], CancellationToken.None);
}
