using NbaProps.Shared.Pipeline.Ticking;
using System.Text;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Operations;
using NbaProps.Scrapers;
using NbaProps.Shared.Credits;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Operations;

public sealed class CreditKeeperTests
{
    // The evening of 15 January: both moments of the day are past.
    private static readonly DateTimeOffset Evening = new(2026, 1, 16, 1, 0, 0, TimeSpan.Zero);
    private static readonly CreditAllowance Allowance = new("OddsApi", 1_000, 1);

    private readonly FakeTimeProvider _time = new(Evening);
    private readonly Notes _notes = new();
    private readonly WatchedPipeline _pipeline;

    public CreditKeeperTests() => _pipeline = new WatchedPipeline(_time);

    [Fact]
    public async Task The_rest_of_the_month_needs_the_triggers_to_come_times_games_times_cost()
    {
        await ScheduleAsync(("2026-01-15", 9), ("2026-01-16", 2), ("2026-01-31", 3), ("2026-02-01", 8));

        // 2 games at two moments and 3 at two, at 1 and 2 credits a game; the 31st's evening is February in UTC only after its cut-off.
        (await OutlookAsync(Evening)).Needed.ShouldBe((2 + 3) * 2 * 3);

        // Between the morning's look and the cut-off one moment of the day is left.
        (await OutlookAsync(new DateTimeOffset(2026, 1, 16, 17, 0, 0, TimeSpan.Zero))).Needed.ShouldBe((2 * 3) + (3 * 2 * 3));
    }

    [Fact]
    public async Task Without_a_schedule_what_is_needed_is_not_known() =>
        (await OutlookAsync(Evening)).ToString().ShouldBe("0 of 1,000 credits of the month from 2026-01-01 are used, 1,000 are left; what the rest of the month needs is not known while no schedule is captured; not asked yet in the month.");

    [Fact]
    [Trait("Incident", "I-35")]
    public async Task Four_fifths_are_one_incident_that_ends_when_the_month_turns()
    {
        await RunAsync(used: 799, Evening);
        _notes.Told.ShouldBeEmpty();
        await RunAsync(used: 800, Evening.AddHours(1));
        await RunAsync(used: 900, Evening.AddHours(2));
        var opened = _notes.Told.ShouldHaveSingleItem();
        (opened.Key, opened.Title, opened.Command).ShouldBe(("credits|OddsApi", "Four fifths of the credits of OddsApi are used", "nbaprops doctor"));
        opened.Done.ShouldContain("bettingpros_points stands in for odds_api_player_points, nobody stands in for odds_api_spreads_totals");
        (await new IncidentLog(_pipeline.State).OpenAsync(CancellationToken.None)).ShouldHaveSingleItem().Cause.ShouldStartWith("900 of 1,000 credits");

        await RunAsync(used: null, new DateTimeOffset(2026, 2, 1, 0, 5, 0, TimeSpan.Zero));
        _notes.Told.Select(incident => incident.IsOpen).ShouldBe([true, false]);
    }

    [Fact]
    public async Task A_month_that_needs_more_than_is_left_is_one_too_and_ends_when_it_fits()
    {
        await ScheduleAsync(("2026-01-16", 15), ("2026-01-17", 15));
        await RunAsync(used: 500, Evening);
        _notes.Told.ShouldBeEmpty();

        // 180 are needed; the source says that fewer are left than the configuration.
        await RunAsync(used: 501, Evening.AddHours(1), remaining: 179);
        _notes.Told.ShouldHaveSingleItem().Title.ShouldBe("The credits of OddsApi will not last the month");
        await RunAsync(used: 502, Evening.AddHours(2), remaining: 480);
        _notes.Told.Select(incident => incident.IsOpen).ShouldBe([true, false]);
    }

    [Fact]
    public async Task When_the_source_refuses_for_want_of_credits_it_is_critical_and_nothing_is_left()
    {
        await MeterAsync(new MeteredCall { CallId = "x", Upstream = "OddsApi", Url = "u", Status = 401, IsExhausted = true, CalledAt = Evening, AnsweredAt = Evening });
        await RunAsync(used: null, Evening);
        (_notes.Told.ShouldHaveSingleItem().Severity, (await OutlookAsync(Evening)).Left).ShouldBe((Severity.Critical, 0));
    }

    [Fact]
    public async Task That_they_are_used_up_is_told_also_to_whom_it_was_told_that_they_run_low()
    {
        await RunAsync(used: 900, Evening);
        await MeterAsync(new MeteredCall { CallId = "x", Upstream = "OddsApi", Url = "u", Status = 401, IsExhausted = true, CalledAt = Evening.AddHours(1), AnsweredAt = Evening.AddHours(1) });
        await RunAsync(used: null, Evening.AddHours(1));
        await RunAsync(used: null, Evening.AddHours(2));
        _notes.Told.Select(incident => incident.Title).ShouldBe(["Four fifths of the credits of OddsApi are used", "The credits of OddsApi are used up"]);
    }

    [Fact]
    public async Task When_credits_are_used_up_who_stands_in_is_asked_and_the_source_once_a_trigger()
    {
        var day = new GameDate(2026, 1, 15);
        var (odds, others) = (new UsedUp(), new FakeUpstream());
        var options = new NbaPropsOptions();
        options = options with { Upstreams = options.Upstreams with { OddsApi = options.Upstreams.OddsApi with { ApiKey = "a-key" } } };
        var pipeline = new WatchedPipeline(_time, ScrapersService.Definition.Works(new ServiceSurroundings(options, (_, source) => source == "OddsApi" ? odds : others, new NoPdfs())));
        await pipeline.ReachAndRunAsync(day, Moment.Context);
        for (var tick = 0; tick < 5; tick++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            await pipeline.Runtime.Tick.RunAsync(dates: null, day.At(23), CancellationToken.None);
            await pipeline.PumpAsync();
        }

        // Points lines and lines of games.
        odds.Asked.ShouldBe(2);
        others.Asked.ShouldContain($"/v3/events?sport=NBA&date={day}");
        var unit = await pipeline.UnitAsync(new UnitKey("odds_api_player_points", new(day)));
        (unit.Outcome, unit.Reason, unit.Attempts).ShouldBe((RunState.Degraded, "the credits are used up", 0));
    }

    [Fact]
    public async Task The_watcher_looks_after_them()
    {
        await MeterAsync(new MeteredCall { CallId = "x", Upstream = "OddsApi", Url = "u", Status = 200, Last = 1, Used = 900, Remaining = 100, CalledAt = Evening, AnsweredAt = Evening });
        using var stop = new CancellationTokenSource();
        _pipeline.Clock.Hold(Evening);
        var watcher = new Watcher(
            _pipeline.Runtime, new IncidentDesk(new IncidentLog(_pipeline.State), _notes), [Allowance], new WatcherTimes(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)), _time, _pipeline.Clock, NullLogger<Watcher>.Instance);
        var running = watcher.RunAsync(_ => { }, stop.Token);
        _notes.Told.Select(incident => incident.Key).ShouldContain("credits|OddsApi");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_look_after_credits_that_fails_takes_nothing_else_with_it()
    {
        await MeterAsync(new MeteredCall { CallId = "x", Upstream = "OddsApi", Url = "u", Status = 200, Last = 1, Used = 900, Remaining = 100, CalledAt = Evening, AnsweredAt = Evening });
        using var stop = new CancellationTokenSource();
        _pipeline.Clock.Hold(Evening);
        var watcher = new Watcher(
            _pipeline.Runtime, new IncidentDesk(new IncidentLog(_pipeline.State), new DeafNotifier()), [Allowance], new WatcherTimes(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)), _time, _pipeline.Clock, NullLogger<Watcher>.Instance);
        var running = watcher.RunAsync(_ => { }, stop.Token);

        (await WatcherBeat.FindAsync(_pipeline.State, CancellationToken.None)).ShouldNotBeNull();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    private sealed class DeafNotifier : INotifier
    {
        public Task NotifyAsync(Incident incident, CancellationToken cancellationToken) => throw new InvalidOperationException("nobody hears");
    }

    private async Task RunAsync(int? used, DateTimeOffset at, int? remaining = null)
    {
        if (used is { } count)
        {
            await MeterAsync(new MeteredCall { CallId = FormattableString.Invariant($"{at:O}"), Upstream = "OddsApi", Url = "u", Status = 200, Last = 1, Used = count, Remaining = remaining ?? 1_000 - count, CalledAt = at, AnsweredAt = at });
        }

        await new CreditKeeper(_pipeline.Runtime.Manifest, new CreditPlanner(_pipeline.Runtime), [Allowance], new IncidentDesk(new IncidentLog(_pipeline.State), _notes)).RunAsync(at, CancellationToken.None);
    }

    private Task MeterAsync(MeteredCall call) =>
        new CreditMeter(Allowance, _pipeline.State, new RuntimeOptions(), _time, "test", NullLogger<CreditMeter>.Instance).RecordAsync(call, CancellationToken.None);

    private Task<CreditOutlook> OutlookAsync(DateTimeOffset now) => new CreditPlanner(_pipeline.Runtime).FindAsync(Allowance, now, CancellationToken.None);

    private async Task ScheduleAsync(params (string Date, int Games)[] dates)
    {
        var number = 0;
        var games = dates.SelectMany(date => Enumerable.Range(0, date.Games).Select(_ => FormattableString.Invariant(
            $$"""{"gameId":"00225{{++number:00000}}","gameStatus":1,"gameStatusText":"7:00 pm ET","gameDateEst":"{{date.Date}}T00:00:00Z","gameDateTimeEst":"{{date.Date}}T19:00:00Z","gameDateTimeUTC":"{{DateOnly.ParseExact(date.Date, "yyyy-MM-dd").AddDays(1):yyyy-MM-dd}}T00:00:00Z","homeTeam":{"teamTricode":"BOS","score":0},"awayTeam":{"teamTricode":"NYK","score":0} }""")));
        var body = """{"leagueSchedule":{"seasonYear":"2025-26","gameDates":[{"games":[""" + string.Join(',', games) + "]}]}}";
        var day = new GameDate(2026, 1, 15);
        var capture = new CaptureDocument { Path = $"nba_schedule/{day}/a", AsOf = day.At(10), CapturedAt = day.At(10), Hash = "a", Order = 0 };
        await _pipeline.Runtime.Ports.Objects.PutIfAbsentAsync(capture.Path, new StoredObject(Encoding.UTF8.GetBytes(body), new SortedDictionary<string, string>()), CancellationToken.None);
        await _pipeline.State.CommitAsync([new DocumentWrite(CaptureDocument.PathOf("nba_schedule", day, "a"), StateJson.Write(capture), Precondition.None)], CancellationToken.None);
    }

    private sealed class UsedUp : IUpstream
    {
        public int Asked { get; private set; }

        public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
        {
            Asked++;
            throw new CreditsExhaustedException("the credits are used up");
        }
    }
}
