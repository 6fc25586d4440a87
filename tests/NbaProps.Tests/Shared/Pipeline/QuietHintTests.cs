using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>Many days run anew, and the days that read all of them as history.</summary>
public sealed class QuietHintTests
{
    private const int Days = 20;
    private static readonly GameDate First = new(2026, 1, 1);
    private static readonly UnitKey FirstOfHistory = new("nbac_referee_replay_center", new(First));

    private readonly FakeTimeProvider _time = new();
    private readonly Facts _facts = new();
    private readonly History _history = new();
    private readonly WatchedPipeline _pipeline;

    public QuietHintTests() => _pipeline = new WatchedPipeline(
        _time, [UnitWorks.Table(_facts), UnitWorks.Table(_history)], new PipelineManifest([_facts.Declaration, _history.Declaration]));

    [Theory]
    [InlineData(true, Days - 1, Days)]
    [InlineData(false, Days * (Days - 1) / 2, Days * Days)]
    public async Task Days_that_read_what_is_run_anew_as_history_are_computed_once_and_not_once_for_each_day_that_changed(bool quiet, int fewest, int most)
    {
        for (var day = 0; day < Days; day++)
        {
            await _pipeline.ReachAsync(First.AddDays(day), Moment.Context);
            await TickAsync();
        }

        _facts.Name = "corrected";
        var before = _history.Computed;
        for (var day = 0; day < Days; day++)
        {
            var unit = new UnitKey("nba_players_registry", new(First.AddDays(day)));
            await UnitReset.ForgetAsync(_pipeline.State, unit, scraped: null, CancellationToken.None);
            await _pipeline.Bus.PublishAsync(Topics.Trigger(Phase.RawProcessors), [LookHint.Of(unit, string.Empty, "rerun", null, quiet)], CancellationToken.None);
            await _pipeline.PumpAsync();
        }

        await TickAsync();

        (_history.Computed - before).ShouldBeInRange(fewest, most);
        (await _pipeline.CompareAsync(now: null)).ShouldAllBe(output => output.State == (output.Unit == FirstOfHistory ? ExpectedState.EmptyOk : ExpectedState.Complete));
    }

    private async Task TickAsync()
    {
        await _pipeline.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None);
        await _pipeline.PumpAsync();
    }

    private sealed class Facts : IProcessor<PlayersRegistryRow>
    {
        public string Name { get; set; } = "first";

        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "nba_players_registry", Phase = Phase.RawProcessors, Purpose = "Says a name.", Inputs = [Reads.Clock],
            Output = new OutputDeclaration.ToTable(Table<PlayersRegistryRow>.Instance.Schema), Triggers = [Moment.Context],
        };

        public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context) => Computation<PlayersRegistryRow>.Of(
        [
            new PlayersRegistryRow
            {
                GameDate = context.Date, PlayerId = new PlayerKey(1), Team = TeamTricode.Parse("BOS"), PlayerName = Name, NameKey = NameKey.Parse("name"), Source = "test", AsOf = context.AsOf,
            },
        ]);
    }

    private sealed class History : IProcessor<NbacRefereeReplayCenterRow>
    {
        public int Computed { get; private set; }

        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "nbac_referee_replay_center", Phase = Phase.RawProcessors, Purpose = "Reads the days before.",
            Inputs = [Reads.Before(Table<PlayersRegistryRow>.Instance.Schema, Days)],
            Output = new OutputDeclaration.ToTable(Table<NbacRefereeReplayCenterRow>.Instance.Schema),
        };

        public Computation<NbacRefereeReplayCenterRow> Compute(IInputs inputs, RunContext context)
        {
            Computed++;
            return Computation<NbacRefereeReplayCenterRow>.Of(
                [.. inputs.Rows<PlayersRegistryRow>().Select(row => row.PlayerName).Distinct(StringComparer.Ordinal).Select((name, index) => Row(context, name, index))], "read");
        }

        private static NbacRefereeReplayCenterRow Row(RunContext context, string name, int index) => new()
        {
            GameDate = context.Date, OfficialCode = index + 1, OfficialName = name, Source = "test", AsOf = context.AsOf,
        };
    }
}
