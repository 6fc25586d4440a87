using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>What was computed serves again only where it must be the same.</summary>
public sealed class ComputedUnitsTests
{
    private static readonly GameDate Day = GameDate.Parse("2025-01-05");
    private static readonly DateTimeOffset Morning = new(2025, 1, 5, 15, 0, 0, TimeSpan.Zero);
    private static readonly TableSchema Schedule = Table<NbacScheduleRow>.Instance.Schema;
    private static readonly TableSchema Scoreboard = Table<NbacScoreboardRow>.Instance.Schema;

    private readonly ComputedUnits _computed = new(capacity: 100, checkEvery: 1_000);
    private readonly object _processor = new();
    private int _times;

    [Fact]
    public void Equal_inputs_are_computed_once()
    {
        Compute(Inputs());
        Compute(Inputs());

        _times.ShouldBe(1);
        _computed.Found.ShouldBe(1);
    }

    [Fact]
    public void Whatever_an_output_depends_on_tells_it_from_others()
    {
        Compute(Inputs());
        Compute(Inputs(), processor: new object());
        Compute(Inputs(), Context(new Partition(Day.AddDays(1))));
        Compute(Inputs(), Context() with { AsOf = Morning.AddHours(1) });
        Compute(Inputs(), Context() with { Now = Morning.AddHours(1) });
        Compute(Inputs(rows: [["a", 2L]]));
        Compute(Inputs(rows: [["a", null]]));
        Compute(Inputs(rows: [["a", 1L], ["b", 1L]]));
        Compute(Inputs(rows: []));
        Compute(Inputs(table: Scoreboard));
        Compute(Inputs(own: [["a", 1L]]));
        Compute(Inputs(payload: Payload() with { Path = "nba/2025-01-05/other" }));
        Compute(Inputs(payload: Payload() with { CapturedAt = Morning.AddSeconds(1) }));
        Compute(Inputs(payload: Payload() with { AsOf = Morning.AddSeconds(-1) }));
        Compute(Inputs(payload: Payload() with { Item = "0022400001" }));
        Compute(Inputs(payload: Payload() with { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["url"] = "other" } }));
        Compute(Inputs(scraper: "another"));
        Compute(Inputs(aliases: new NameAliases([new NameAlias { Name = NameKey.From("Ann Odd"), PlayerId = new(1), From = Day, PlayerName = "Ann Other", GivenAt = Morning }])));

        _computed.Found.ShouldBe(0);
        _times.ShouldBe(18);
    }

    [Fact]
    public void A_processor_that_is_no_function_of_its_inputs_is_told_of()
    {
        var every = new ComputedUnits(capacity: 100, checkEvery: 1);
        var calls = 0L;
        ComputedUnit Another() => Unit() with { Rows = [["a", ++calls]] };
        every.Get(new ComputedFrom(_processor, Context(), []), Another);

        Should.Throw<InvalidOperationException>(() => every.Get(new ComputedFrom(_processor, Context(), []), Another)).Message.ShouldContain("is no function of its inputs");
    }

    [Fact]
    public void A_partition_is_one_object_whoever_reads_it() =>
        _computed.Share(Schedule, [["a", 1L]]).ShouldBeSameAs(_computed.Share(Schedule, [["a", 1L]]));

    [Fact]
    public void No_more_is_kept_than_was_said()
    {
        var few = new ComputedUnits(capacity: 2, checkEvery: 1_000);
        for (var hour = 0; hour < 3; hour++)
        {
            few.Get(new ComputedFrom(_processor, Context() with { AsOf = Morning.AddHours(hour) }, []), Unit);
        }

        few.Get(new ComputedFrom(_processor, Context(), []), Unit);
        few.Found.ShouldBe(0);
    }

    private static RunContext Context(Partition? partition = null) => new(partition ?? new Partition(Day), Morning);

    private static CapturedPayload Payload() => new("nba/2025-01-05/one", Morning, new byte[] { 1 }, new Dictionary<string, string>(StringComparer.Ordinal) { ["url"] = "one" });

    private static ComputedUnit Unit() => new(RunState.Succeeded, "1 rows", [["a", 1L]], "hash", null);

    private LoadedInputs Inputs(
        TableSchema? table = null, object?[][]? rows = null, object?[][]? own = null, string scraper = "nba_schedule", CapturedPayload? payload = null, NameAliases? aliases = null)
    {
        var inputs = new LoadedInputs(NbaProps.Shared.Manifest.NbaPipeline.Manifest.Processors[0], new PartitionCache(1));
        inputs.Add((table ?? Schedule).FullName, [_computed.Share(table ?? Schedule, rows ?? [["a", 1L]])]);
        inputs.Add(scraper, [payload ?? Payload()]);
        inputs.SetAliases(aliases ?? NameAliases.None);
        if (own is not null)
        {
            inputs.SetOwn(_computed.Share(Scoreboard, own));
        }

        return inputs;
    }

    private void Compute(LoadedInputs inputs, RunContext? context = null, object? processor = null) => _computed.Get(
        new ComputedFrom(processor ?? _processor, context ?? Context(), inputs.Identity()),
        () =>
        {
            _times++;
            return Unit();
        });
}
