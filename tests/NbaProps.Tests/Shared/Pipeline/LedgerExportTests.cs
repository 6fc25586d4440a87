using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Ledger.Export;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

public sealed class LedgerExportTests
{
    private static readonly GameDate Date = new(2026, 1, 15);

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryStateStore _state;
    private readonly InMemoryWarehouse _warehouse = new();
    private readonly LedgerExport _export;

    public LedgerExportTests()
    {
        _state = new InMemoryStateStore(_time);
        foreach (var table in OrchestrationTables.All)
        {
            _warehouse.ApplySchemaAsync(table, CancellationToken.None).GetAwaiter().GetResult();
        }

        var ports = new Ports(_state, _warehouse, new InMemoryObjectStore(), new NbaProps.Embedded.Broker.InMemoryMessageBus());
        _export = new LedgerExport(NbaPipeline.Manifest, ports, _time, NullLogger<LedgerExport>.Instance);
    }

    [Fact]
    public async Task A_run_that_has_ended_is_handed_on_once()
    {
        var counts = NamedCount.TextOf([new("game_metadata", 0), new("stat_line_parsing", 2)]);
        await CommitAsync(Run("a", RunState.Failed), Run("b", RunState.Succeeded) with { Counts = counts }, Run("c", RunState.Running) with { EndedAt = null });

        await _export.RunAsync([], CancellationToken.None);
        await _export.RunAsync([], CancellationToken.None);

        (await RowsAsync<PhaseExecutionLogRow>()).Select(row => (row.ExecutionId, row.State, row.Processor, row.GameDate, row.Counts))
            .ShouldBe([("a", "Failed", "nbac_schedule", Date, null), ("b", "Succeeded", "nbac_schedule", Date, "game_metadata=0; stat_line_parsing=2")]);
    }

    [Fact]
    public async Task A_run_is_handed_on_when_it_has_ended()
    {
        await CommitAsync(Run("a", RunState.Running) with { EndedAt = null });
        await _export.RunAsync([], CancellationToken.None);
        (await RowsAsync<PhaseExecutionLogRow>()).ShouldBeEmpty();

        await CommitAsync(Run("a", RunState.Succeeded));
        await _export.RunAsync([], CancellationToken.None);

        (await RowsAsync<PhaseExecutionLogRow>()).Single().State.ShouldBe("Succeeded");
    }

    [Fact]
    public async Task More_runs_than_one_commit_carries_are_all_handed_on()
    {
        await CommitAsync([.. Enumerable.Range(0, 1_234).Select(number => Run($"run-{number}", RunState.Succeeded))]);

        await _export.RunAsync([], CancellationToken.None);

        (await RowsAsync<PhaseExecutionLogRow>()).Select(row => row.ExecutionId).Distinct().Count().ShouldBe(1_234);
        (await RowsAsync<ProcessorHeartbeatRow>()).Single().Runs.ShouldBe(1_234);
    }

    [Fact]
    [Trait("Incident", "S-06")]
    public async Task A_processor_gives_a_sign_of_life_for_its_newest_run()
    {
        await CommitAsync(Run("a", RunState.Failed), Run("b", RunState.Succeeded) with { EndedAt = _time.GetUtcNow().AddMinutes(1) });

        await _export.RunAsync([], CancellationToken.None);

        var beat = (await RowsAsync<ProcessorHeartbeatRow>()).Single();
        (beat.Processor, beat.LastState, beat.Runs, beat.Failed, beat.LastRunEndedAt).ShouldBe(("nbac_schedule", "Succeeded", 2, 1, _time.GetUtcNow().AddMinutes(1)));
    }

    [Fact]
    public async Task A_message_is_handed_on_with_what_came_of_it()
    {
        var message = new MessageDocument
        {
            MessageId = "m1", Instance = "analytics-1", DeliveryAttempt = 2, Kind = HintKind.Look, Unit = $"nbac_schedule|{Date}",
            CorrelationId = "chain", Origin = "tick", Disposition = HintDisposition.Done, Outcome = "Ran Succeeded", HandledAt = _time.GetUtcNow(),
        };
        await _state.CommitAsync([new DocumentWrite(message.Path, StateJson.Write(message), Precondition.None)], CancellationToken.None);

        await _export.RunAsync([], CancellationToken.None);
        await _export.RunAsync([], CancellationToken.None);

        var row = (await RowsAsync<PipelineEventLogRow>()).Single();
        (row.MessageId, row.DeliveryAttempt, row.Kind, row.Unit, row.ChainId, row.Outcome).ShouldBe(("m1", 2, "Look", $"nbac_schedule|{Date}", "chain", "Ran Succeeded"));
    }

    [Fact]
    public async Task A_phase_is_told_of_when_its_figures_change()
    {
        var outputs = new[] { Output("nba_schedule", ExpectedState.Complete), Output("nbac_schedule", ExpectedState.Failed), Output("nbac_team_boxscore", ExpectedState.NotDue) };
        await _export.RunAsync(outputs, CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(5));
        await _export.RunAsync(outputs, CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(5));
        outputs[1] = Output("nbac_schedule", ExpectedState.Complete);
        await _export.RunAsync(outputs, CancellationToken.None);

        (await RowsAsync<PhaseStatusRow>()).OrderBy(row => row.ObservedAt).ThenBy(row => row.Phase).Select(row => (row.Phase, row.Status, row.Complete, row.NotDue))
            .ShouldBe([(1, "Complete", 1, 0), (2, "Failed", 0, 1), (2, "Complete", 1, 1)]);
    }

    private static ExpectedOutput Output(string processor, ExpectedState state) => new(new UnitKey(processor, new(Date)), state, string.Empty, null, 0, null, 0, Actionable: false);

    private LedgerRow Run(string id, RunState state) => new()
    {
        RunId = id, Unit = $"nbac_schedule|{Date}", Phase = 2, Token = 1, CorrelationId = "chain", Trigger = "test", Instance = "raw-processors-1",
        StartedAt = _time.GetUtcNow(), EndedAt = _time.GetUtcNow(), State = state, Reason = "because", Rows = 3,
    };

    private async Task CommitAsync(params LedgerRow[] rows) =>
        await _state.CommitAsync([.. rows.Select(row => new DocumentWrite(row.Path, StateJson.Write(row), Precondition.None))], CancellationToken.None);

    private async Task<IReadOnlyList<TRow>> RowsAsync<TRow>()
        where TRow : WarehouseRow => await _warehouse.ReadAsync<TRow>(new GameDateRange(Date.AddDays(-1), Date.AddDays(1)), cancellationToken: CancellationToken.None);
}
