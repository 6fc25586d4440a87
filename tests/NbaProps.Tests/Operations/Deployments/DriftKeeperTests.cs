using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Operations;
using NbaProps.Operations.Deployments;
using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline.Ticking;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Operations.Deployments;

public sealed class DriftKeeperTests
{
    // Noon in New York is nine on the Pacific.
    private readonly FakeTimeProvider _time = new(Main.Noon);
    private readonly Notes _notes = new();
    private readonly Bucket _bucket = new();
    private readonly Running _running = new();
    private readonly WatchedPipeline _pipeline;
    private readonly List<MainCommit> _main = [Main.On(0, 1, "predictions", "analytics")];

    public DriftKeeperTests()
    {
        _pipeline = new WatchedPipeline(_time);
        Publish();
    }

    [Fact]
    [Trait("Incident", "O-10")]
    public async Task A_drift_is_one_incident_from_the_commit_to_the_deployment()
    {
        await RunAsync();
        _notes.Told.ShouldBeEmpty();

        // A commit on its paths is an INFO, and is told of once however often it is looked at.
        Merge(1, "predictions");
        await LaterAsync(1);
        await LaterAsync(2);
        var opened = _notes.Told.ShouldHaveSingleItem();
        (opened.Key, opened.Severity, opened.Title, opened.Command).ShouldBe(("drift|predictions", Severity.Info, "predictions is behind main", "nbaprops drift --verbose"));
        opened.Cause.ShouldBe($"predictions runs {Main.Commit(0)} and is 1 commit behind on its own paths, for 1.0 h.");

        // Five hours on it is a WARNING, by its age alone; then a fourth commit, which changes nothing of that; then the sixth, which is CRITICAL.
        await LaterAsync(4);
        Merge(2, "predictions");
        Merge(3, "predictions");
        Merge(4, "predictions", "analytics");
        await LaterAsync(0.5);
        Merge(5, "predictions");
        Merge(6, "predictions");
        await LaterAsync(0.5);
        Told("predictions").ShouldBe([(Severity.Info, true), (Severity.Warning, true), (Severity.Critical, true)]);
        (await OpenAsync("drift|predictions")).Cause.ShouldBe($"predictions runs {Main.Commit(0)} and is 6 commits behind on its own paths, for 8.0 h.");
        Told("analytics").ShouldBe([(Severity.Info, true)]);

        // Deployed: closed, and told of.
        _running.Commits["predictions"] = Main.Commit(6);
        await LaterAsync(1);
        await LaterAsync(1);
        Told("predictions").ShouldBe([(Severity.Info, true), (Severity.Warning, true), (Severity.Critical, true), (Severity.Critical, false)]);
        _notes.Told[^1].Done.ShouldBe($"predictions runs the newest commit of its own paths: {Main.Commit(6)}.");
        (await new IncidentLog(_pipeline.State).OpenAsync(CancellationToken.None)).ShouldHaveSingleItem().Key.ShouldBe("drift|analytics");
    }

    [Fact]
    public async Task A_service_that_does_not_answer_or_is_none_of_main_is_not_taken_for_one_without_drift()
    {
        _running.Commits["predictions"] = Main.Commit(99);
        _running.Commits.Remove("analytics");
        await RunAsync();
        _notes.Told.Select(incident => (incident.Title, incident.Severity, incident.Cause)).ShouldBe(
        [
            ("Which build analytics runs is not known", Severity.Warning, "analytics is silent."),
            ("predictions runs what is not on main", Severity.Warning, $"predictions runs {Main.Commit(99)}, which is none of the commits that are known of main."),
        ]);

        _running.Commits["predictions"] = "unknown";
        await RunAsync();
        (await OpenAsync("drift|predictions")).Cause.ShouldBe("predictions does not say which commit it runs.");
    }

    [Fact]
    public async Task A_build_of_after_what_is_known_neither_opens_nor_closes_anything()
    {
        _running.BuiltAt = _time.GetUtcNow().AddMinutes(5);
        _running.Commits["analytics"] = Main.Commit(50);
        Merge(1, "predictions");
        await LaterAsync(1);
        _running.Commits["predictions"] = Main.Commit(51);
        await LaterAsync(0);
        Told("analytics").ShouldBeEmpty();
        Told("predictions").ShouldBe([(Severity.Info, true)]);
    }

    [Fact]
    public async Task Without_what_is_known_of_main_that_is_the_incident_and_a_drift_that_lasts_goes_on()
    {
        Merge(1, "predictions");
        await LaterAsync(1);
        var known = _bucket.Head;
        _bucket.Head = null;
        await RunAsync();
        await RunAsync();
        _notes.Told.Select(incident => (incident.Key, incident.IsOpen)).ShouldBe([("drift|predictions", true), ("head|main", true)]);
        _notes.Told[^1].Cause.ShouldBe("deployments/head.json is missing.");

        _bucket.Head = known;
        await RunAsync();
        _notes.Told.Select(incident => (incident.Key, incident.IsOpen)).ShouldBe([("drift|predictions", true), ("head|main", true), ("head|main", false)]);
    }

    [Fact]
    public async Task Whoever_can_ask_nobody_says_so()
    {
        _running.Services = [];
        await RunAsync();
        await RunAsync();
        _running.Services = ["analytics", "predictions"];
        await RunAsync();
        _notes.Told.Select(incident => (incident.Title, incident.IsOpen)).ShouldBe([("Which builds run is not known", true), ("Which builds run is not known", false)]);
    }

    [Fact]
    public async Task The_watcher_looks_when_a_look_is_due_and_again_where_one_failed()
    {
        Merge(1, "predictions");
        _bucket.Fails = true;
        using var stop = new CancellationTokenSource();
        _pipeline.Clock.Hold(Main.Noon);
        var watcher = new Watcher(
            _pipeline.Runtime, new IncidentDesk(new IncidentLog(_pipeline.State), _notes), [], new WatcherTimes(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)), _time, _pipeline.Clock, NullLogger<Watcher>.Instance) { Drift = Keeper() };
        var running = watcher.RunAsync(_ => { }, stop.Token);
        (await WatcherBeat.FindAsync(_pipeline.State, CancellationToken.None)).ShouldNotBeNull();
        Told("predictions").ShouldBeEmpty();

        _bucket.Fails = false;
        _time.Advance(TimeSpan.FromMinutes(5));
        Told("predictions").ShouldBe([(Severity.Info, true)]);

        // The next look is at ten on the Pacific.
        _running.Asked = 0;
        for (var minutes = 0; minutes < 50; minutes += 5)
        {
            _time.Advance(TimeSpan.FromMinutes(5));
        }

        _running.Asked.ShouldBe(0);
        _time.Advance(TimeSpan.FromMinutes(5));
        _running.Asked.ShouldBe(2);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task By_night_nobody_is_asked()
    {
        Merge(1, "predictions");
        await Keeper().RunIfDueAsync(Main.Noon.AddHours(15), CancellationToken.None);
        _running.Asked.ShouldBe(0);
    }

    private void Merge(int commit, params string[] services)
    {
        _main.Insert(0, new MainCommit(Main.Commit(commit), _time.GetUtcNow(), services));
        Publish();
    }

    private void Publish() => _bucket.Publish(MainHistory.Of(_time.GetUtcNow(), _main));

    private DriftKeeper Keeper() => new(_running, _bucket, new IncidentDesk(new IncidentLog(_pipeline.State), _notes));

    private Task RunAsync() => Keeper().RunAsync(_time.GetUtcNow(), CancellationToken.None);

    private Task LaterAsync(double hours)
    {
        _time.Advance(TimeSpan.FromHours(hours));
        return RunAsync();
    }

    private IEnumerable<(Severity Severity, bool IsOpen)> Told(string service) =>
        _notes.Told.Where(incident => incident.Key == $"drift|{service}").Select(incident => (incident.Severity, incident.IsOpen));

    private async Task<Incident> OpenAsync(string key) => (await new IncidentLog(_pipeline.State).OpenAsync(CancellationToken.None)).Single(incident => incident.Key == key);

    private sealed class Running : IServiceVersions
    {
        public SortedDictionary<string, string> Commits { get; } = new(StringComparer.Ordinal) { ["analytics"] = Main.Commit(0), ["predictions"] = Main.Commit(0) };

        public DateTimeOffset? BuiltAt { get; set; }

        public int Asked { get; set; }

        public IReadOnlyList<string> Services { get; set; } = ["analytics", "predictions"];

        public Task<HeardVersion> AskAsync(string service, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(Commits.TryGetValue(service, out var commit) ? HeardVersion.Of(new DeployedBuild(service, commit, BuiltAt)) : HeardVersion.Nothing(service, $"{service} is silent"));
        }
    }
}
