using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Healing;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>Runs that nobody ends and nobody takes over.</summary>
public sealed class StaleRunsTests
{
    private static readonly UnitKey Unit = new(AnalyticsPhase.PlayerGameSummary.Name, new(new GameDate(2026, 1, 15)));
    private static readonly RuntimeOptions Options = new() { StateRetryDelay = TimeSpan.Zero };

    private readonly FakeTimeProvider _time = new();
    private readonly WatchedPipeline _pipeline;

    public StaleRunsTests() => _pipeline = new WatchedPipeline(_time);

    [Fact]
    [Trait("Incident", "I-26")]
    public async Task An_abandoned_run_is_closed_once_it_is_longer_gone_than_its_lease()
    {
        var held = await AcquireAsync();
        _time.Advance(Options.Lease * 2);
        (await CloseAsync()).ShouldBeEmpty();
        _time.Advance(TimeSpan.FromSeconds(1));
        (await CloseAsync()).ShouldBe([Unit]);
        (await CloseAsync()).ShouldBeEmpty();

        var run = (await RunsAsync()).ShouldHaveSingleItem();
        (run.State, run.Reason, run.EndedAt).ShouldBe((RunState.Failed, "abandoned: its lease ran out, and nobody has taken over", _time.GetUtcNow()));

        // What it may have written is still to be settled by whoever runs next.
        var unit = await _pipeline.UnitAsync(Unit);
        (unit.Holder, unit.LeaseUntil).ShouldBe((null, null));
        unit.Open.ShouldBe([held.Token]);
    }

    [Fact]
    public async Task A_processor_that_takes_long_is_given_longer()
    {
        await ExportAsync(TimeSpan.FromMinutes(4), count: 20);
        await AcquireAsync();
        _time.Advance(Options.Lease + TimeSpan.FromMinutes(8));
        (await CloseAsync()).ShouldBeEmpty();
        _time.Advance(TimeSpan.FromSeconds(1));
        (await CloseAsync()).ShouldBe([Unit]);
    }

    [Fact]
    public async Task One_that_wakes_afterwards_does_not_end_its_run_twice()
    {
        var held = await AcquireAsync();
        _time.Advance(Options.Lease * 3);
        (await CloseAsync()).ShouldBe([Unit]);

        await Should.ThrowAsync<LeaseLostException>(() => held.RenewAsync(CancellationToken.None));
        (await RunsAsync()).ShouldHaveSingleItem().State.ShouldBe(RunState.Failed);
    }

    [Fact]
    public async Task A_run_that_is_held_is_left_alone()
    {
        await AcquireAsync();
        _time.Advance(Options.Lease / 2);
        (await CloseAsync()).ShouldBeEmpty();
        (await RunsAsync()).ShouldHaveSingleItem().State.ShouldBe(RunState.Running);
    }

    [Fact]
    public void A_baseline_forgets_what_is_long_ago_and_says_nothing_of_too_few()
    {
        var baseline = new RunBaseline { Processor = "any" };
        baseline.With([.. Enumerable.Repeat(TimeSpan.FromSeconds(9), 4)]).Usual.ShouldBeNull();

        var known = baseline.With([.. Enumerable.Range(1, 70).Select(second => TimeSpan.FromSeconds(second))]);
        (known.Seconds.Count, known.Seconds[0], known.Usual).ShouldBe((50, 21, TimeSpan.FromSeconds(68)));
    }

    private async Task ExportAsync(TimeSpan each, int count)
    {
        var rows = Enumerable.Range(0, count).Select(number => new LedgerRow
        {
            RunId = $"run-{number}", Unit = Unit.ToString(), Phase = 3, Token = number, CorrelationId = "test", Trigger = "test", Instance = "test",
            StartedAt = _time.GetUtcNow() - each, EndedAt = _time.GetUtcNow(), State = RunState.Succeeded,
        });
        await _pipeline.State.CommitAsync([.. rows.Select(row => new DocumentWrite(row.Path, StateJson.Write(row), Precondition.None))], CancellationToken.None);
        await _pipeline.Runtime.Export.RunAsync([], CancellationToken.None);
    }

    private async Task<HeldUnit> AcquireAsync()
    {
        var calls = new StateCalls(_pipeline.State, _time, Options);
        var seen = await Looks.SeeAsync(_pipeline.State, Unit, _time);
        var taken = await new Acquisition(calls, _time, Options, new RunIdentity("gone"))
            .TryAcquireAsync(AnalyticsPhase.PlayerGameSummary, Unit, new RunTrigger("test", string.Empty), seen, CancellationToken.None);
        return taken.Held.ShouldNotBeNull();
    }

    private Task<IReadOnlyList<UnitKey>> CloseAsync() => _pipeline.Runtime.StaleRuns.CloseAsync(CancellationToken.None);

    private Task<IReadOnlyList<LedgerRow>> RunsAsync() => new RunLedger(_pipeline.State).SinceAsync(DateTimeOffset.MinValue, CancellationToken.None);
}
