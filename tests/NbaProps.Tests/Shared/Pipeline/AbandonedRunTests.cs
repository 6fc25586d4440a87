using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A run that was killed before its commit, and the one after it.</summary>
public sealed class AbandonedRunTests
{
    private static readonly GameDate Day = GameRows.Day;

    private readonly Sayer _sayer = new();
    private readonly WatchedPipeline _pipeline;

    public AbandonedRunTests() => _pipeline = new WatchedPipeline(new FakeTimeProvider(), [UnitWorks.Table(_sayer)], new PipelineManifest([_sayer.Declaration]));

    [Fact]
    public async Task Rows_that_say_the_same_after_a_run_that_was_abandoned_stand_since_when_they_stood()
    {
        await ReachAsync(Moment.Context);
        var before = (await RowsAsync()).ShouldHaveSingleItem();
        await AbandonAsync();

        await ReachAsync(Moment.CutOff);
        (await UnitAsync()).Open.ShouldBeEmpty();
        var after = (await RowsAsync()).ShouldHaveSingleItem();
        (after.PlayerName, after.AsOf).ShouldBe((before.PlayerName, before.AsOf));
    }

    [Fact]
    public async Task Rows_that_say_something_else_stand_since_they_say_it()
    {
        await ReachAsync(Moment.Context);
        await AbandonAsync();
        _sayer.Says = "something else";

        await ReachAsync(Moment.CutOff);
        var row = (await RowsAsync()).ShouldHaveSingleItem();
        (row.PlayerName, row.AsOf).ShouldBe(("something else", Moments.InstantOf(Moment.CutOff, Day, firstTip: null)));
    }

    [Fact]
    public async Task Rows_that_the_abandoned_run_has_written_stand_since_it_wrote_them()
    {
        await ReachAsync(Moment.Context);
        var before = (await RowsAsync()).ShouldHaveSingleItem();

        // Written, and killed before the commit: the unit knows the content from before.
        await AbandonAsync(content: ContentHashing.Empty);
        await ReachAsync(Moment.CutOff);
        var after = (await RowsAsync()).ShouldHaveSingleItem();
        (after.PlayerName, after.AsOf).ShouldBe((before.PlayerName, before.AsOf));
        (await UnitAsync()).ContentHash.ShouldNotBe(ContentHashing.Empty);
    }

    private UnitKey Unit => new(_sayer.Declaration.Name, new(Day));

    private Task<UnitDocument> UnitAsync() => _pipeline.UnitAsync(Unit);

    // As a process leaves it that ended between taking the unit and its commit.
    private async Task AbandonAsync(string? content = null)
    {
        var unit = await UnitAsync();
        await _pipeline.PutAsync(unit with { Token = unit.Token + 1, Open = [unit.Token + 1], LeaseUntil = DateTimeOffset.UnixEpoch, Fingerprint = null, ContentHash = content ?? unit.ContentHash });
    }

    private async Task ReachAsync(Moment moment)
    {
        await _pipeline.ReachAsync(Day, moment);
        await _pipeline.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None);
        await _pipeline.PumpAsync();
    }

    private async Task<IReadOnlyList<PlayersRegistryRow>> RowsAsync() =>
        await _pipeline.Warehouse.ReadAsync<PlayersRegistryRow>(new GameDateRange(Day, Day), cancellationToken: CancellationToken.None);

    private sealed class Sayer : IProcessor<PlayersRegistryRow>
    {
        public string Says { get; set; } = "something";

        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "nba_players_registry", Phase = Phase.RawProcessors, Purpose = "Says something.", Inputs = [Reads.Aliases(NameSources.OddsApi)],
            Output = new OutputDeclaration.ToTable(Table<PlayersRegistryRow>.Instance.Schema),
        };

        public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context) => Computation<PlayersRegistryRow>.Of(
        [
            new PlayersRegistryRow
            {
                GameDate = context.Date, PlayerId = new PlayerKey(1), Team = TeamTricode.Parse("BOS"), PlayerName = Says,
                NameKey = NameKey.Parse("said"), Source = "test", AsOf = context.AsOf,
            },
        ]);
    }
}
