using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Healing;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A gate and the table behind it, in a pipeline of two.</summary>
public sealed class HandOffTests
{
    private static readonly GameDate Day = new(2026, 1, 15);
    private static readonly UnitKey Gate = new("gate", new(Day));
    private static readonly UnitKey Rows = new("nba_players_registry", new(Day));

    private readonly FakeTimeProvider _time = new();
    private readonly Keeper _gate = new();
    private readonly WatchedPipeline _pipeline;

    public HandOffTests()
    {
        var behind = new Behind();
        _pipeline = new WatchedPipeline(_time, [UnitWorks.HandOff(_gate), UnitWorks.Table(behind)], new PipelineManifest([_gate.Declaration, behind.Declaration]));
    }

    [Fact]
    [Trait("Incident", "I-37")]
    [Trait("Incident", "I-40")]
    public async Task What_is_behind_a_closed_gate_waits_and_a_tick_asks_again_until_it_is_open()
    {
        _gate.Decision = () => GateDecision.Closed("nothing there");
        await AskAsync();
        (await OutputAsync(Gate)).State.ShouldBe(ExpectedState.Blocked);
        (await OutputAsync(Rows)).Cause.ShouldBe($"{Gate} is Blocked: nothing there");

        // Nothing is latched: however often it was closed, it is asked on, and the wait between is all that there is.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            await AskAsync();
        }

        (await OutputAsync(Gate)).Attempts.ShouldBe(21);
        _gate.Decision = () => GateDecision.Open("all there");
        _time.Advance(TimeSpan.FromHours(1));
        await AskAsync();
        ((await OutputAsync(Gate)).State, (await OutputAsync(Rows)).State).ShouldBe((ExpectedState.Complete, ExpectedState.Complete));
    }

    [Fact]
    public async Task A_gate_that_was_closed_however_often_is_no_failing_circuit_while_it_is_asked_again()
    {
        _gate.Decision = () => GateDecision.Closed("nothing there");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await AskAsync();
            _time.Advance(TimeSpan.FromHours(1));
        }

        CircuitBreaker.Of(await _pipeline.CompareAsync(now: null)).ShouldBeEmpty();
        var closed = await _pipeline.UnitAsync(Gate);
        closed.TriedTimes.ShouldBeGreaterThanOrEqualTo(new RuntimeOptions().MostAttempts);
        await _pipeline.PutAsync(closed with { LeaseUntil = _time.GetUtcNow().AddMinutes(1) });

        var asked = await OutputAsync(Gate);
        (asked.State, asked.IsTriedOut).ShouldBe((ExpectedState.Running, false));
        CircuitBreaker.Of([asked]).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Incident", "I-40")]
    public async Task A_gate_that_throws_is_closed()
    {
        _gate.Decision = () => throw new InvalidOperationException("no such attribute");
        await AskAsync();

        ((await OutputAsync(Gate)).State, (await OutputAsync(Rows)).WaitsFor).ShouldBe((ExpectedState.Failed, Gate));
        (await _pipeline.Warehouse.ReadAsync<PlayersRegistryRow>(new GameDateRange(Day, Day), cancellationToken: CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gate_that_warns_is_open_and_its_output_is_not_missing()
    {
        _gate.Decision = () => GateDecision.OpenWithWarning("thin");
        await AskAsync();

        var gate = await OutputAsync(Gate);
        (gate.State, gate.Cause, gate.IsMissing, (await OutputAsync(Rows)).State).ShouldBe((ExpectedState.Degraded, "thin", false, ExpectedState.Complete));
    }

    [Fact]
    [Trait("Incident", "I-37")]
    public void Every_table_of_a_phase_from_the_third_on_is_behind_the_phases_gate()
    {
        // What is to come is told from the schedule alone, and grades are of what was served: no box score and no feature of the date stands before them.
        string[] free = [AnalyticsPhase.UpcomingTeam.Name, AnalyticsPhase.UpcomingPlayer.Name, PredictionsPhase.Accuracy.Name];
        foreach (var phase in NbaPipeline.Manifest.Processors.Where(processor => processor.Phase >= Phase.Analytics).GroupBy(processor => processor.Phase))
        {
            var gate = phase.Single(processor => processor.Output is OutputDeclaration.ToNextPhase);
            var behind = new HashSet<string>(StringComparer.Ordinal) { gate.Name };
            foreach (var processor in phase.Where(processor => processor != gate))
            {
                if (processor.Inputs.Any(input => PipelineManifest.Offsets(input) == (0, 0) && NbaPipeline.Manifest.ProducerOf(input) is { } producer && behind.Contains(producer.Name)))
                {
                    behind.Add(processor.Name);
                }
            }

            phase.Select(processor => processor.Name).Except(behind, StringComparer.Ordinal).ShouldBeSubsetOf(free);
        }
    }

    private async Task AskAsync()
    {
        await _pipeline.ReachAsync(Day, Moment.Context);
        await _pipeline.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None);
        await _pipeline.PumpAsync();
    }

    private async Task<ExpectedOutput> OutputAsync(UnitKey unit) => (await _pipeline.CompareAsync(now: null)).Single(output => output.Unit == unit);

    private sealed class Keeper : IHandOffGate
    {
        public Func<GateDecision> Decision { get; set; } = () => GateDecision.Open("open");

        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "gate", Phase = Phase.Analytics, Purpose = "Opens when it is told to.", Inputs = [Reads.Clock], Output = new OutputDeclaration.ToNextPhase(), Triggers = [Moment.Context],
        };

        public GateDecision Evaluate(IInputs inputs, RunContext context) => Decision();
    }

    private sealed class Behind : IProcessor<PlayersRegistryRow>
    {
        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = Rows.Processor, Phase = Phase.Analytics, Purpose = "Is behind the gate.", Inputs = [Reads.HandOff("gate")],
            Output = new OutputDeclaration.ToTable(Table<PlayersRegistryRow>.Instance.Schema),
        };

        public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context) => Computation<PlayersRegistryRow>.Of(
        [
            new PlayersRegistryRow
            {
                GameDate = context.Date, PlayerId = new PlayerKey(1), Team = TeamTricode.Parse("BOS"), PlayerName = "Player", NameKey = NameKey.Parse("player"), Source = "test", AsOf = context.AsOf,
            },
        ]);
    }
}
