using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Operations;
using NbaProps.Scrapers;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Operations;

/// <summary>The real watcher over the real scrapers, whose sources answer as the test says: everything else is a 404.</summary>
public sealed class ChangedSourceTests
{
    private const string Plays = "/static/json/liveData/playbyplay/playbyplay_";
    private const string Whole = """{"game":{"gameId":"x","actions":[{"actionNumber":1,"actionType":"game","subType":"end","period":4,"clock":"PT0M"}]}}""";
    private const string Broken = """{"game":{"gameId":"x","actions":[{"actionNumber":1,"actionType":"period","period":1,"clock":"PT12M"},{"actionNumber":"two"}]}}""";

    private readonly FakeTimeProvider _time = new();
    private readonly Dictionary<string, FakeUpstream> _sources = new(StringComparer.Ordinal);
    private readonly Notes _notes = new();
    private readonly WatchedPipeline _pipeline;
    private readonly Watcher _watcher;

    public ChangedSourceTests()
    {
        var options = new NbaPropsOptions();
        options = options with { Upstreams = options.Upstreams with { OddsApi = options.Upstreams.OddsApi with { ApiKey = "a-key" } } };
        var works = ScrapersService.Definition.Works(new ServiceSurroundings(options, (_, source) => _sources[source] = new FakeUpstream(), new NoPdfs()));
        _pipeline = new WatchedPipeline(_time, works);
        _watcher = new Watcher(
            _pipeline.Runtime, new IncidentDesk(new IncidentLog(_pipeline.State), _notes), [], new WatcherTimes(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)), _time, _pipeline.Clock, NullLogger<Watcher>.Instance);
    }

    [Fact]
    public async Task A_changed_source_is_one_incident_that_names_the_field_however_many_dates_and_games_meet_it()
    {
        await ThreeGamesAsync(Day);
        await ThreeGamesAsync(Day.AddDays(1));
        _sources["NbaCdn"].Answer(Plays, Broken);
        _sources["NbaOfficials"].Answer("/wp-json/", "<!DOCTYPE html>");
        using var stop = new CancellationTokenSource();

        _pipeline.Clock.Hold(Day.At(20));
        var running = _watcher.RunAsync(_ => { }, stop.Token);
        await TicksAsync(1);
        (await _pipeline.UnitAsync(new UnitKey("nba_referees", new(Day)))).Contract.ShouldBeNull("a page instead of a payload is no changed source");

        _pipeline.Clock.Hold(Day.At(30));
        await TicksAsync(2);

        var opened = _notes.Told.Where(IsOfPlays).ShouldHaveSingleItem();
        (opened.Key, opened.Severity, opened.Title).ShouldBe(("contract|nba_playbyplay", Severity.Critical, "The source of nba_playbyplay has changed: game.actions[].actionNumber"));
        opened.Cause.ShouldBe($"game.actions[].actionNumber is \"two\"; accepted is a number. Dates concerned: {Day}.");

        _pipeline.Clock.Hold(Day.AddDays(1).At(30));
        await TicksAsync(8);

        _notes.Told.Count(IsOfPlays).ShouldBe(1);
        var lasting = (await LastingAsync()).Single(IsOfPlays);
        lasting.Cause.ShouldEndWith($"Dates concerned: {Day}, {Day.AddDays(1)}.");
        lasting.Command.ShouldBe($"nbaprops rerun --processor nba_playbyplay --from {Day} --to {Day.AddDays(1)} --source live");
        (await _pipeline.UnitAsync(new UnitKey("nba_playbyplay", new(Day)))).Attempts.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var other in new[] { "nba_player_gamelog", "nba_team_gamelog" })
        {
            _notes.Told.Select(incident => incident.Key).ShouldContain($"circuit|{other}", $"{other} has troubles of its own");
        }

        _sources["NbaCdn"].Answer(Plays, Whole);
        await TicksAsync(13);

        _notes.Told.Where(IsOfPlays).Select(incident => incident.IsOpen).ShouldBe([true, false]);
        (await LastingAsync()).ShouldNotContain(incident => IsOfPlays(incident));
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Who_waits_for_a_changed_source_has_no_incident_of_its_own()
    {
        await ThreeGamesAsync(Day);
        _sources["OddsApi"].Answer("/v4/", """[{"name":"no id"}]""");
        using var stop = new CancellationTokenSource();

        _pipeline.Clock.Hold(Day.At(20));
        var running = _watcher.RunAsync(_ => { }, stop.Token);
        await TicksAsync(8);

        var waiting = (await _pipeline.CompareAsync(_pipeline.Clock.Now.AddDays(1))).Single(output => output.Unit == new UnitKey("odds_api_game_lines", new(Day)));
        waiting.WaitsFor.ShouldBe(new UnitKey("odds_api_spreads_totals", new(Day)));
        _notes.Told.Select(incident => incident.Key).Where(key => key.Contains("odds_api", StringComparison.Ordinal) && !key.StartsWith("odds_api_player_points_props", StringComparison.Ordinal))
            .ShouldBe(["contract|odds_api_player_points", "contract|odds_api_spreads_totals"]);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_game_that_is_refused_among_others_that_are_not_is_told_of_too()
    {
        await ThreeGamesAsync(Day);
        _sources["NbaCdn"].Answer(Plays, Whole).Answer($"{Plays}{GameBefore(2)}", Broken);
        using var stop = new CancellationTokenSource();

        _pipeline.Clock.Hold(Day.At(30));
        var running = _watcher.RunAsync(_ => { }, stop.Token);
        await TicksAsync(1);

        (await _pipeline.UnitAsync(new UnitKey("nba_playbyplay", new(Day)))).Outcome.ShouldBe(RunState.Degraded);
        _notes.Told.Where(IsOfPlays).ShouldHaveSingleItem().Title.ShouldEndWith("game.actions[].actionNumber");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    private static bool IsOfPlays(Incident incident) => incident.Key.Contains("nba_playbyplay", StringComparison.Ordinal);

    private Task<IReadOnlyList<Incident>> LastingAsync() => new IncidentLog(_pipeline.State).OpenAsync(CancellationToken.None);

    private async Task TicksAsync(int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            await _pipeline.PumpAsync();
            _time.Advance(TimeSpan.FromMinutes(5));
        }

        await _pipeline.PumpAsync();
    }

    private async Task ThreeGamesAsync(GameDate date)
    {
        await _pipeline.PutAsync(date, [.. Enumerable.Range(1, 3).Select(number => Scheduled() with { GameDate = date, GameId = GameBefore(number), TipOff = date.At(19).ToUniversalTime() })]);
        await _pipeline.PutAsync(new UnitDocument { Unit = $"nbac_schedule|{date}", Outcome = RunState.Succeeded, Generation = 1, Token = 1 });
    }
}
