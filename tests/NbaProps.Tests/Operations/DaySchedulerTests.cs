using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Domain.Calendar;
using NbaProps.Embedded.Broker;
using NbaProps.Embedded.InMemory;
using NbaProps.Operations;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Operations;

public sealed class DaySchedulerTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryWarehouse _warehouse = new();
    private readonly InMemoryMessageBus _bus = new();
    private readonly DayScheduler _scheduler;

    public DaySchedulerTests()
    {
        foreach (var table in NbaPipeline.Manifest.Tables)
        {
            _warehouse.ApplySchemaAsync(table, CancellationToken.None).GetAwaiter().GetResult();
        }

        _scheduler = new DayScheduler(PipelineRuntime.Create(new()
        {
            Manifest = NbaPipeline.Manifest,
            Phases = [],
            Works = [],
            Ports = new Ports(new InMemoryStateStore(_time), _warehouse, new InMemoryObjectStore(), _bus),
            Time = _time,
            GameClock = new HeldGameClock(),
            Options = new RuntimeOptions(),
            Instance = "watcher",
            Loggers = NullLoggerFactory.Instance,
        }));
    }

    [Fact]
    public async Task A_day_reaches_its_moments_one_after_the_other_and_none_twice()
    {
        await _scheduler.RunAsync(Day.At(9, 59), CancellationToken.None);
        _bus.Drain();

        (await _scheduler.RunAsync(Day.At(10), CancellationToken.None)).ShouldBe([(Day, Moment.Context)]);
        (await _scheduler.RunAsync(Day.At(10, 1), CancellationToken.None)).ShouldBeEmpty();
        Units().ShouldBe([$"nba_schedule|{Day}", $"odds_api_player_points|{Day}"]);
    }

    [Fact]
    public async Task The_cut_off_is_half_an_hour_before_the_first_tip_off()
    {
        await ScheduleAsync(Scheduled(1), Scheduled(1) with { GameId = GameBefore(-1), TipOff = Day.At(21) });
        await _scheduler.RunAsync(Day.At(10), CancellationToken.None);

        (await _scheduler.RunAsync(Day.At(18, 29), CancellationToken.None)).ShouldBeEmpty();
        (await _scheduler.RunAsync(Day.At(18, 30), CancellationToken.None)).ShouldBe([(Day, Moment.CutOff)]);
    }

    [Fact]
    public async Task The_next_morning_ends_the_day_before()
    {
        await _scheduler.RunAsync(Day.At(23), CancellationToken.None);
        _bus.Drain();

        (await _scheduler.RunAsync(Day.At(30), CancellationToken.None)).ShouldBe([(Day, Moment.NextMorning)]);
        Units().ShouldBe([$"nba_schedule|{Day}", $"nba_player_gamelog|{Day}", $"nba_team_gamelog|{Day}"]);
    }

    [Fact]
    public async Task A_machine_that_slept_catches_up_with_the_two_days_before() =>
        (await _scheduler.RunAsync(Day.At(9), CancellationToken.None)).ShouldBe(
        [
            (Day.AddDays(-2), Moment.Context), (Day.AddDays(-2), Moment.CutOff), (Day.AddDays(-2), Moment.NextMorning),
            (Day.AddDays(-1), Moment.Context), (Day.AddDays(-1), Moment.CutOff), (Day.AddDays(-1), Moment.NextMorning),
        ]);

    private IEnumerable<string> Units() => _bus.PublishedTo(Topics.Trigger(Phase.Scrapers)).Select(message => message.Message.Attributes["unit"]);

    private async Task ScheduleAsync(params NbacScheduleRow[] games)
    {
        var table = Table<NbacScheduleRow>.Instance;
        var lineage = new Lineage("test", "test", _time.GetUtcNow(), 1, 1);
        var rows = new RowBatch([.. table.Schema.Columns.Select(column => column.Name)], [.. games.Select(game => lineage.Stamp(table.ToValues(game)))]);
        (await _warehouse.ReplaceAsync(new PartitionWrite(table.Schema, new(Day), 1, rows), CancellationToken.None)).ShouldBe(FencedWrite.Written);
    }
}
