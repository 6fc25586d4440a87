using System.Text;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A processor that looks at a scraper's payloads once they are there, and counts them.</summary>
public sealed class OptionalInputTests
{
    private static readonly GameDate Day = new(2026, 1, 15);

    private readonly FakeTimeProvider _time = new();
    private readonly Late _late = new();
    private readonly WatchedPipeline _pipeline;

    public OptionalInputTests() => _pipeline = PipelineOf(Reads.IfCaptured("late"));

    [Fact]
    public async Task Nothing_waits_for_what_need_not_be_captured_and_it_counts_once_it_is()
    {
        _late.Fails = true;
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        (await RowsAsync(_pipeline)).ShouldBe(["0 payloads"]);

        _late.Fails = false;
        await _pipeline.ReachAndRunAsync(Day, Moment.CutOff);
        (await RowsAsync(_pipeline)).ShouldBe(["1 payloads"]);
    }

    [Fact]
    public async Task Where_other_rows_stand_in_a_scraper_that_failed_will_do_but_it_must_have_run()
    {
        var pipeline = PipelineOf(Reads.CapturesOrElse("late"));
        await pipeline.ReachAsync(Day, Moment.Context);
        var waits = (await pipeline.CompareAsync(now: null)).Single(output => output.Unit.Processor == "nba_players_registry");
        (waits.Cause, waits.WaitsFor?.Processor).ShouldBe(($"late|{Day} has not run", "late"));

        _late.Fails = true;
        await pipeline.ReachAndRunAsync(Day, Moment.Context);
        (await RowsAsync(pipeline)).ShouldBe(["0 payloads"]);

        // Who waits for that hears of it at once, not from the next tick.
        (pipeline.Runtime.Manifest.StandInsOf("late").Count, _pipeline.Runtime.Manifest.StandInsOf("late").Count).ShouldBe((1, 0));

        _late.Fails = false;
        await pipeline.ReachAndRunAsync(Day, Moment.CutOff);
        (await RowsAsync(pipeline)).ShouldBe(["1 payloads"]);
    }

    [Fact]
    public async Task What_a_run_counts_is_in_its_ledger_row()
    {
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);

        var rows = await _pipeline.State.QueryAsync(new DocumentQuery(LedgerRow.Collection), CancellationToken.None);
        var runs = rows.Select(row => StateJson.Read<LedgerRow>(row.Json)).ToArray();
        runs.Where(run => run.Unit == $"nba_players_registry|{Day}").ShouldContain(run => run.Counts == "payloads=1; of_them_bad=0");
        runs.Where(run => run.Unit == $"late|{Day}").ShouldAllBe(run => run.Counts == null);
    }

    private WatchedPipeline PipelineOf(InputDeclaration late)
    {
        var reader = new Reader(late);
        return new WatchedPipeline(_time, [UnitWorks.Scrape(_late, _late), UnitWorks.Table(reader)], new PipelineManifest([_late.Declaration, reader.Declaration]));
    }

    private static async Task<string[]> RowsAsync(WatchedPipeline pipeline) =>
        [.. (await pipeline.Warehouse.ReadAsync<PlayersRegistryRow>(new GameDateRange(Day, Day), cancellationToken: CancellationToken.None)).Select(row => row.PlayerName)];

    private sealed class Late : IScraper, IUpstream
    {
        public bool Fails { get; set; }

        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "late", Phase = Phase.Scrapers, Purpose = "Brings something, now and then.", Inputs = [Reads.Clock], Output = new OutputDeclaration.ToArchive("late"),
            Triggers = [Moment.Context, Moment.CutOff],
        };

        public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken) =>
            Scrape.Of([(await context.Upstream.GetAsync("it", cancellationToken))!]);

        public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken) => Fails
            ? throw new TransientException("late is down")
            : Task.FromResult<FetchedPayload?>(new FetchedPayload(Encoding.UTF8.GetBytes(pathAndQuery), new Dictionary<string, string>()));
    }

    private sealed class Reader(InputDeclaration late) : IProcessor<PlayersRegistryRow>
    {
        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "nba_players_registry", Phase = Phase.RawProcessors, Purpose = "Says how much came.", Inputs = [Reads.Clock, late],
            Output = new OutputDeclaration.ToTable(Table<PlayersRegistryRow>.Instance.Schema), Triggers = [Moment.Context],
        };

        public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context)
        {
            var count = inputs.Captures("late").Count;
            return Computation<PlayersRegistryRow>.Of(
            [
                new PlayersRegistryRow
                {
                    GameDate = context.Date, PlayerId = new PlayerKey(1), Team = TeamTricode.Parse("BOS"), PlayerName = FormattableString.Invariant($"{count} payloads"),
                    NameKey = NameKey.Parse("payloads"), Source = "test", AsOf = context.AsOf,
                },
            ]) with
            {
                Counts = [new("payloads", count), new("of_them_bad", 0)],
            };
        }
    }
}
