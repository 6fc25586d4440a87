using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.NameExamples;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A processor that says which aliases it was given.</summary>
public sealed class AliasInputTests
{
    private static readonly GameDate Day = GameRows.Day;

    private readonly Reader _reader = new();
    private readonly WatchedPipeline _pipeline;

    public AliasInputTests() => _pipeline = new WatchedPipeline(new FakeTimeProvider(), [UnitWorks.Table(_reader)], new PipelineManifest([_reader.Declaration]));

    [Fact]
    public async Task An_alias_is_computed_with_at_the_next_tick_and_once()
    {
        await BeginAsync();
        (await RowsAsync(Day)).ShouldBe(["aliases "]);

        await GiveAsync(Alias("Ann Odd", 1, from: Day));
        (await TickAsync()).ShouldBe(1);
        (await RowsAsync(Day)).ShouldBe(["aliases */ann odd=1"]);
        (await RowsAsync(Day.AddDays(-1))).ShouldBe(["aliases "]);
        (await TickAsync(), _reader.Runs).ShouldBe((0, 3));

        await new NameAliasStore(_pipeline.State).RemoveAsync(NameKey.From("Ann Odd"), source: null, CancellationToken.None);
        (await TickAsync()).ShouldBe(1);
        (await RowsAsync(Day)).ShouldBe(["aliases "]);
    }

    [Fact]
    public async Task What_concerns_neither_the_date_nor_the_sources_runs_nothing()
    {
        await BeginAsync();
        await GiveAsync(Alias("Ann Odd", 1, "espn", Day.AddDays(-9)));
        await GiveAsync(Alias("Ben Even", 2, "odds_api", Day.AddDays(1)));

        (await TickAsync(), _reader.Runs).ShouldBe((0, 2));
    }

    [Fact]
    public async Task A_run_computes_with_the_aliases_that_its_fingerprint_stands_for_whatever_is_said_meanwhile()
    {
        await BeginAsync();
        await GiveAsync(Alias("Ann Odd", 1));
        var unit = new UnitKey(_reader.Declaration.Name, new(Day));
        var manifest = _pipeline.Runtime.Manifest;
        var units = new StoredUnits(new StateCalls(_pipeline.State, TimeProvider.System, new RuntimeOptions()), new UnitRecords());
        var look = await units.LookAsync(new InputPaths(manifest).Of(unit), CancellationToken.None);
        var day = look.KnownDay(Day).ShouldNotBeNull();
        var seen = await new InputInspector(manifest, new NoGames()).InspectAsync(_reader.Declaration, unit, look, CancellationToken.None);

        // Taken back, and perhaps said again before the run looks a last time.
        await new NameAliasStore(_pipeline.State).RemoveAsync(NameKey.From("Ann Odd"), source: null, CancellationToken.None);
        var loader = new InputLoader(manifest, _pipeline.Warehouse, new InMemoryObjectStore(), _pipeline.State, new PartitionCache(1));
        var task = new UnitTask(unit, await _pipeline.UnitAsync(unit), day, seen, _ => Task.CompletedTask);
        (await loader.LoadAsync(_reader.Declaration, task, CancellationToken.None)).Aliases.Content.ShouldBe("*/ann odd=1");
    }

    [Fact]
    public void Who_does_not_declare_aliases_has_none_to_read() =>
        Should.Throw<InvalidOperationException>(() => new LoadedInputs(_reader.Declaration, new PartitionCache(1)).Aliases).Message.ShouldEndWith("reads aliases and does not declare them.");

    private async Task BeginAsync()
    {
        foreach (var date in new[] { Day.AddDays(-1), Day })
        {
            await _pipeline.ReachAsync(date, Moment.Context);
        }

        await TickAsync();
    }

    private async Task<int> TickAsync()
    {
        var report = await _pipeline.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None);
        await _pipeline.PumpAsync();
        return report.Hints;
    }

    private Task<AliasGiven> GiveAsync(NameAlias alias) => new NameAliasStore(_pipeline.State).GiveAsync(alias, CancellationToken.None);

    private async Task<string[]> RowsAsync(GameDate date) =>
        [.. (await _pipeline.Warehouse.ReadAsync<PlayersRegistryRow>(new GameDateRange(date, date), cancellationToken: CancellationToken.None)).Select(row => row.PlayerName)];

    private sealed class NoGames : IGameLister
    {
        public Task<IReadOnlyList<GameId>> ListAsync(TableSchema table, GameDate date, IUnitReader units, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<GameId>>([]);
    }

    private sealed class Reader : IProcessor<PlayersRegistryRow>
    {
        public int Runs { get; private set; }

        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "nba_players_registry", Phase = Phase.RawProcessors, Purpose = "Says which aliases there are.", Inputs = [Reads.Aliases(NameSources.OddsApi)],
            Output = new OutputDeclaration.ToTable(Table<PlayersRegistryRow>.Instance.Schema),
        };

        public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context)
        {
            Runs++;
            return Computation<PlayersRegistryRow>.Of(
            [
                new PlayersRegistryRow
                {
                    GameDate = context.Date, PlayerId = new PlayerKey(1), Team = TeamTricode.Parse("BOS"), PlayerName = $"aliases {inputs.Aliases.Content}",
                    NameKey = NameKey.Parse("aliases"), Source = "test", AsOf = context.AsOf,
                },
            ]);
        }
    }
}
