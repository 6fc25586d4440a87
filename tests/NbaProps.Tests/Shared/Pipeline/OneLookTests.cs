using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>What a look at the inputs of a unit costs.</summary>
public sealed class OneLookTests
{
    private static readonly GameDate Day = GameRows.Day;

    [Fact]
    public async Task A_game_day_that_several_triggers_ask_for_is_read_once_and_the_units_own_not_at_all()
    {
        var scraper = new ProcessorDeclaration
        {
            Name = "scraper", Phase = Phase.Scrapers, Purpose = "Is triggered by two moments of each of three days.", Inputs = [Reads.Clock], Output = new OutputDeclaration.ToArchive("scraper"),
            Triggers = [.. Enumerable.Range(0, 3).SelectMany(later => new[] { new Trigger(Moment.Context, later), new Trigger(Moment.CutOff, later) })],
        };
        var pipeline = new WatchedPipeline(new FakeTimeProvider(), manifest: new PipelineManifest([scraper]));
        foreach (var later in Enumerable.Range(0, 3))
        {
            await pipeline.ReachAsync(Day.AddDays(later), Moment.Context);
            await pipeline.ReachAsync(Day.AddDays(later), Moment.CutOff);
        }

        var units = new Counting(new StoredUnits(pipeline.State, new UnitRecords()));
        var day = (await units.DayAsync(Day, CancellationToken.None)).ShouldNotBeNull();
        units.Days.Clear();
        var seen = await new InputInspector(pipeline.Runtime.Manifest, new NoGames()).InspectAsync(scraper, new UnitKey(scraper.Name, new(Day)), day, units, CancellationToken.None);

        seen.Visits.Count.ShouldBe(6);
        units.Days.ShouldBe([Day.AddDays(1), Day.AddDays(2)]);
    }

    private sealed class Counting(IUnitReader units) : IUnitReader
    {
        public List<GameDate> Days { get; } = [];

        public Task<UnitDocument?> FindAsync(UnitKey unit, CancellationToken cancellationToken) => units.FindAsync(unit, cancellationToken);

        public Task<IReadOnlyList<UnitDocument>> RangeAsync(string processor, GameDateRange dates, CancellationToken cancellationToken) => units.RangeAsync(processor, dates, cancellationToken);

        public Task<GameDay?> DayAsync(GameDate date, CancellationToken cancellationToken)
        {
            Days.Add(date);
            return units.DayAsync(date, cancellationToken);
        }

        public Task<NameAliases> AliasesAsync(CancellationToken cancellationToken) => units.AliasesAsync(cancellationToken);
    }

    private sealed class NoGames : IGameLister
    {
        public Task<IReadOnlyList<GameId>> ListAsync(TableSchema table, GameDate date, IUnitReader units, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<GameId>>([]);
    }
}
