using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>What state keeps of runs and incidents that are over.</summary>
public sealed class OldRecordsTests
{
    private static readonly RuntimeOptions Options = new() { RecordsKept = TimeSpan.FromDays(30) };

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryStateStore _state;
    private readonly IncidentLog _incidents;
    private readonly OldRecords _old;

    public OldRecordsTests()
    {
        _state = new InMemoryStateStore(_time);
        _incidents = new IncidentLog(_state);
        _old = new OldRecords(_state, Options);
    }

    [Fact]
    public async Task A_run_goes_when_it_ended_longer_ago_than_it_is_kept()
    {
        await PutAsync(Run("a"));
        _time.Advance(Options.RecordsKept);
        (await RemoveAsync(), await IdsAsync()).ShouldBe((0, "a"));

        _time.Advance(TimeSpan.FromDays(1));
        (await RemoveAsync(), await IdsAsync()).ShouldBe((1, string.Empty));
    }

    [Fact]
    public async Task A_run_that_has_not_ended_or_that_no_log_has_stays()
    {
        await PutAsync(Run("running") with { State = RunState.Running, EndedAt = null, Exported = false }, Run("here alone") with { Exported = false });
        _time.Advance(Options.RecordsKept * 2);

        (await RemoveAsync(), await IdsAsync()).ShouldBe((0, "here alone, running"));
    }

    [Fact]
    public async Task An_incident_that_is_over_goes_with_its_history_and_one_that_lasts_stays()
    {
        await _incidents.RaiseAsync(Trouble("over"), CancellationToken.None);
        await _incidents.RaiseAsync(Trouble("lasting"), CancellationToken.None);
        await _incidents.CloseAsync("over", "done", _time.GetUtcNow(), CancellationToken.None);
        (await _incidents.AllAsync(CancellationToken.None)).Count.ShouldBe(2);
        _time.Advance(Options.RecordsKept + TimeSpan.FromSeconds(1));

        (await RemoveAsync()).ShouldBe(2);
        (await _incidents.AllAsync(CancellationToken.None)).Select(incident => incident.Key).ShouldBe(["lasting"]);
    }

    [Fact]
    public async Task It_looks_once_a_day()
    {
        (await RemoveAsync()).ShouldBe(0);
        await PutAsync(Run("a") with { EndedAt = _time.GetUtcNow() - (Options.RecordsKept * 2) });
        _time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        (await RemoveAsync()).ShouldBe(0);

        _time.Advance(TimeSpan.FromSeconds(1));
        (await RemoveAsync()).ShouldBe(1);
    }

    [Fact]
    [Trait("Incident", "S-06")]
    public async Task However_long_it_runs_there_are_no_more_than_those_of_the_days_that_are_kept()
    {
        // More of a day than one look at a page of them can see.
        const int perDay = 50;
        var most = 0;
        for (var day = 0; day < 100; day++)
        {
            await PutAsync([.. Enumerable.Range(0, perDay).Select(number => Run($"{day}-{number}"))]);
            await RemoveAsync();
            most = Math.Max(most, (await new RunLedger(_state).SinceAsync(DateTimeOffset.MinValue, CancellationToken.None)).Count);
            _time.Advance(TimeSpan.FromDays(1));
        }

        most.ShouldBe(perDay * 31);
    }

    private Task<int> RemoveAsync() => _old.RemoveAsync(CancellationToken.None);

    private async Task<string> IdsAsync() => string.Join(
        ", ", (await new RunLedger(_state).SinceAsync(DateTimeOffset.MinValue, CancellationToken.None)).Select(run => run.RunId).Order(StringComparer.Ordinal));

    private Incident Trouble(string key) => new()
    {
        Key = key, Severity = Severity.Warning, Title = "title", Cause = "cause", Done = string.Empty, Command = "status", OpenedAt = _time.GetUtcNow(), UpdatedAt = _time.GetUtcNow(),
    };

    private LedgerRow Run(string id) => new()
    {
        RunId = id, Unit = "nbac_schedule|2026-01-15", Phase = 2, Token = 1, CorrelationId = "chain", Trigger = "test", Instance = "test",
        StartedAt = _time.GetUtcNow(), EndedAt = _time.GetUtcNow(), State = RunState.Succeeded, Exported = true,
    };

    private async Task PutAsync(params LedgerRow[] rows) =>
        (await _state.CommitAsync([.. rows.Select(row => new DocumentWrite(row.Path, StateJson.Write(row), Precondition.None))], CancellationToken.None)).ShouldBeOfType<CommitResult.Committed>();
}
