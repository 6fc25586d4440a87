using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Domain.Calendar;
using NbaProps.Embedded.Broker;
using NbaProps.Embedded.InMemory;
using NbaProps.Hosting.Configuration;
using NbaProps.Operations;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Operations;

public sealed class WatcherTests
{
    private static readonly GameDate Day = new(2026, 1, 15);

    private readonly FakeTimeProvider _time = new(Day.At(9, 59).ToUniversalTime());
    private readonly FailingState _state;
    private readonly InMemoryMessageBus _bus = new();
    private readonly PipelineRuntime _runtime;

    public WatcherTests()
    {
        _state = new FailingState(new InMemoryStateStore(_time));
        var warehouse = new InMemoryWarehouse();
        foreach (var table in NbaPipeline.Manifest.AllTables)
        {
            warehouse.ApplySchemaAsync(table, CancellationToken.None).GetAwaiter().GetResult();
        }

        _runtime = PipelineRuntime.Create(new()
        {
            Manifest = NbaPipeline.Manifest,
            Phases = [],
            Works = [],
            Ports = new Ports(_state, warehouse, new InMemoryObjectStore(), _bus),
            Time = _time,
            GameClock = GameClock.Live(_time),
            Options = new RuntimeOptions { StateAttempts = 1 },
            Instance = "watcher",
            Loggers = NullLoggerFactory.Instance,
        });
    }

    [Fact]
    public async Task A_look_that_fails_is_followed_by_one_that_does_not()
    {
        using var stop = new CancellationTokenSource();
        var watcher = new Watcher(
            _runtime, new IncidentDesk(new IncidentLog(_state), new NoNotifier()), [], new WatcherTimes(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30)), _time, GameClock.Live(_time), NullLogger<Watcher>.Instance);
        _state.Fails = true;
        var running = watcher.RunAsync(_ => { }, stop.Token);
        _time.Advance(TimeSpan.FromMinutes(2));
        (running.IsCompleted, (await _runtime.Days.ListAsync(null, CancellationToken.None)).Count).ShouldBe((false, 0));

        _state.Fails = false;
        _time.Advance(TimeSpan.FromSeconds(30));
        (await _runtime.Days.ListAsync(null, CancellationToken.None)).Select(day => (day.Date, day.Reached)).ShouldContain((Day, Moment.Context));

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_night_without_play_by_play_is_an_incident_of_a_live_installation(bool live, int incidents)
    {
        await PlayedAsync(Day.AddDays(-1));
        _time.Advance(TimeSpan.FromHours(3));
        var clock = live ? GameClock.Live(_time) : GameClock.Simulated(_time, _time.GetUtcNow(), _time.GetUtcNow(), 1);
        using var stop = new CancellationTokenSource();
        var running = new Watcher(_runtime, new IncidentDesk(new IncidentLog(_state), new NoNotifier()), [], new WatcherTimes(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30)), _time, clock, NullLogger<Watcher>.Instance)
            .RunAsync(_ => { }, stop.Token);

        (await new IncidentLog(_state).OpenAsync(CancellationToken.None)).Count(incident => incident.Key == $"play-by-play|{Day.AddDays(-1)}").ShouldBe(incidents);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Theory]
    [InlineData(true, true, 1)]
    [InlineData(false, true, 0)]
    [InlineData(true, false, 0)]
    [Trait("Incident", "I-34")]
    public async Task Dates_without_lines_are_an_incident_of_a_live_installation_that_has_a_source_of_lines(bool live, bool expected, int incidents)
    {
        await PlayedAsync(Day.AddDays(-2));
        await PlayedAsync(Day.AddDays(-1));
        foreach (var date in new[] { Day.AddDays(-2), Day.AddDays(-1) })
        {
            var cutOff = Moments.InstantOf(Moment.CutOff, date, firstTip: null);
            await _runtime.Days.ReachAsync(date, Moment.CutOff, cutOff, visit: 1, "test", cutOff, CancellationToken.None);
        }

        var clock = live ? GameClock.Live(_time) : GameClock.Simulated(_time, _time.GetUtcNow(), _time.GetUtcNow(), 1);
        using var stop = new CancellationTokenSource();
        var running = new Watcher(_runtime, new IncidentDesk(new IncidentLog(_state), new NoNotifier()), [], new WatcherTimes(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30)), _time, clock, NullLogger<Watcher>.Instance) { ExpectsLines = expected }
            .RunAsync(_ => { }, stop.Token);

        (await new IncidentLog(_state).OpenAsync(CancellationToken.None)).Count(incident => incident.Key == "lines|player_points").ShouldBe(incidents);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public void Lines_are_expected_where_a_source_of_them_is_on(bool oddsApi, bool bettingPros, bool expected)
    {
        var upstreams = new UpstreamsOptions();
        OperationsService.ExpectsLines(upstreams with { OddsApi = upstreams.OddsApi with { Enabled = oddsApi }, BettingPros = upstreams.BettingPros with { Enabled = bettingPros } }).ShouldBe(expected);
    }

    [Fact]
    [Trait("Incident", "S-06")]
    public async Task Runs_of_long_ago_leave_state()
    {
        var run = new LedgerRow
        {
            RunId = "old", Unit = $"nbac_schedule|{Day.AddDays(-500)}", Phase = 2, Token = 1, CorrelationId = "chain", Trigger = "test", Instance = "test",
            StartedAt = _time.GetUtcNow().AddDays(-500), EndedAt = _time.GetUtcNow().AddDays(-500), State = RunState.Succeeded, Exported = true,
        };
        await _state.CommitAsync([new DocumentWrite(run.Path, StateJson.Write(run), Precondition.None)], CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var running = new Watcher(
            _runtime, new IncidentDesk(new IncidentLog(_state), new NoNotifier()), [], new WatcherTimes(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30)), _time, GameClock.Live(_time), NullLogger<Watcher>.Instance)
            .RunAsync(_ => { }, stop.Token);

        (await new RunLedger(_state).SinceAsync(DateTimeOffset.MinValue, CancellationToken.None)).ShouldBeEmpty();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Dead_letters_that_the_bus_would_forget_are_taken_over_at_each_tick_and_a_failure_is_tried_again()
    {
        var letters = new ForgetfulBus();
        using var stop = new CancellationTokenSource();
        var running = new Watcher(
            _runtime, new IncidentDesk(new IncidentLog(_state), new NoNotifier()), [], new WatcherTimes(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1)), _time, GameClock.Live(_time), NullLogger<Watcher>.Instance) { DeadLetters = letters }
            .RunAsync(_ => { }, stop.Token);
        letters.Collected.ShouldBe(1);

        _time.Advance(TimeSpan.FromMinutes(10));

        letters.Collected.ShouldBe(3);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_hurried_clock_stands_until_what_a_moment_began_is_done_and_then_goes_on_from_there()
    {
        var clock = new PacedGameClock(_time, Day.At(9, 59), 3600);
        var (done, told) = (new TaskCompletionSource(), new List<DateTimeOffset>());
        using var stop = new CancellationTokenSource();
        var running = FakeTimeProvider.Inline(() => new Watcher(
            _runtime, new IncidentDesk(new IncidentLog(_state), new NoNotifier()), [], new WatcherTimes(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(100)), _time, clock, NullLogger<Watcher>.Instance)
        {
            Pace = new Pace(clock, _ => told.Count > 0 && told[^1] >= Day.At(10) ? done.Task : Task.CompletedTask),
        }.RunAsync(told.Add, stop.Token));

        // The league's next hours would be over in the time that the work of ten o'clock takes.
        FakeTimeProvider.Inline(() => _time.Advance(TimeSpan.FromSeconds(20)));
        var reached = (await _runtime.Days.FindAsync(Day, CancellationToken.None))!.Visits.ShouldHaveSingleItem();
        (reached.Moment, reached.ReachedAt - reached.AsOf < TimeSpan.FromMinutes(6)).ShouldBe((Moment.Context, true));
        clock.Now.ShouldBe(told[^1]);

        FakeTimeProvider.Inline(done.SetResult);
        clock.Now.ShouldBe(told[^1]);
        FakeTimeProvider.Inline(() => _time.Advance(TimeSpan.FromMilliseconds(50)));
        (clock.Now - told[^1]).ShouldBe(TimeSpan.FromMinutes(3));

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    // One game, long over, of which nothing else is there.
    private async Task PlayedAsync(GameDate date)
    {
        var table = Table<NbacScheduleRow>.Instance;
        var game = GameRows.Scheduled() with { GameDate = date, TipOff = date.At(19) };
        var batch = new RowBatch([.. table.Schema.Columns.Select(column => column.Name)], [new Lineage("test", "test", DateTimeOffset.UnixEpoch, 1, 1).Stamp(table.ToValues(game))]);
        await _runtime.Ports.Warehouse.ReplaceAsync(new PartitionWrite(table.Schema, new(date), 1, batch), CancellationToken.None);
    }

    private sealed class NoNotifier : INotifier
    {
        public Task NotifyAsync(Incident incident, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class FailingState(IStateStore inner) : IStateStore
    {
        public bool Fails { get; set; }

        public Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) => Call(() => inner.GetAllAsync(paths, cancellationToken));

        // Reading is left to the test itself.
        public Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

        public Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) => Call(() => inner.CommitAsync(writes, cancellationToken));

        private Task<T> Call<T>(Func<Task<T>> call) => Fails ? Task.FromException<T>(new TransientException("no answer")) : call();
    }

    // The first look at it fails.
    private sealed class ForgetfulBus : IDeadLetters
    {
        public int Collected { get; private set; }

        public Task CollectAsync(CancellationToken cancellationToken) => ++Collected == 1 ? throw new InvalidOperationException("not now") : Task.CompletedTask;

        public Task<IReadOnlyList<DeadLetter>> ListAsync(string? subscription, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<DeadLetter?> GetAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string> ReplayAsync(long id, string? editedBody, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
