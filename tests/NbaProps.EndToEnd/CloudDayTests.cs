using System.Globalization;

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.BigQuery;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.Storage;
using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.Storage;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Warehouse;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;
using NbaProps.Simulator.Serving.Pdf;
using NbaProps.Tests.Support;

using Xunit.Abstractions;

namespace NbaProps.EndToEnd;

/// <summary>Simulated days through the five services with tables in BigQuery and payloads in Cloud Storage, as far as their double is one.</summary>
public sealed class CloudDayTests(ITestOutputHelper output) : IDisposable
{
    private const string Project = "example-project";

    /// <summary>BigQuery jobs of a game day, and documents written to Firestore: raised only with a decision record.</summary>
    private const int MostJobs = 60;
    private const int MostDocuments = 2_000;

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Days_on_the_double_make_the_tables_of_one_machine_and_keep_to_their_budget()
    {
        var season = SimulatedSeason.Play(SimulatedLeague.Create(1, new Season(2025), LeagueSize.Pocket));
        var dates = new GameDateRange(season.Games[0].Scheduled.Date, season.Games[0].Scheduled.Date.AddDays(7));
        await WalkAsync(season, dates, _temporary.Of("embedded"), elsewhere: null, _ => { });

        await using var google = await GoogleDoubleServer.StartAsync();
        var warehouse = new BigQueryWarehouse(Client(google), Project, new(), new BigQueryQuota(TimeProvider.System, NullLogger<BigQueryQuota>.Instance), TimeProvider.System);
        await warehouse.EnsureTablesAsync(NbaPipeline.Manifest.AllTables);
        CountingState? state = null;
        var days = new List<(GameDate Date, int Jobs, int Requests, int Writes, int Reads)>();
        await WalkAsync(
            season,
            dates,
            _temporary.Of("cloud"),
            ports => ports with
            {
                State = state = new CountingState(ports.State),
                Warehouse = warehouse,
                Objects = new CloudStorageObjectStore(Client(google), StorageDouble.Bucket, NullLogger<CloudStorageObjectStore>.Instance),
            },
            date => days.Add((date, google.BigQuery.JobCount, google.Requests.Count, state!.Writes, state.Reads)));

        Tell(google, days);
        google.Objections.ShouldBeEmpty();
        foreach (var (before, after) in days.Zip(days.Skip(1)))
        {
            (after.Jobs - before.Jobs).ShouldBeLessThanOrEqualTo(MostJobs, $"jobs on {after.Date}");
            (after.Writes - before.Writes).ShouldBeLessThanOrEqualTo(MostDocuments, $"documents on {after.Date}");
        }

        await Tables.ShouldBeSameAsync(_temporary.Of("embedded"), warehouse, dates, leastRows: 10_000);
    }

    private void Tell(GoogleDoubleServer google, List<(GameDate Date, int Jobs, int Requests, int Writes, int Reads)> days)
    {
        foreach (var (before, after) in days.Zip(days.Skip(1)))
            output.WriteLine($"{after.Date}: {after.Jobs - before.Jobs} jobs, {after.Writes - before.Writes} documents written, {after.Reads - before.Reads} read, {after.Requests - before.Requests} requests");
        var last = google.Requests.Skip(days[^2].Requests).Take(days[^1].Requests - days[^2].Requests);
        foreach (var kind in last.GroupBy(request => request.Operation, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            output.WriteLine($"{days[^1].Date} {kind.Key}: {kind.Count()}");
    }

    private static async Task WalkAsync(SimulatedSeason season, GameDateRange dates, string folder, Func<Ports, Ports>? elsewhere, Action<GameDate> onDone)
    {
        var clock = new HeldGameClock();
        await using var upstream = await SimulatorUpstream.StartAsync(season, () => clock.Now);
        var options = SourceSession.SimulatedBy(
            upstream.BaseAddress,
            new NbaPropsOptions { DataDirectory = folder, Ports = new PortsOptions { Base = 0 }, Logging = new LoggingOptions { Level = LogLevel.Critical } });
        var start = new PipelineStart(options, new ConfigurationInputs(), clock, NullLoggerFactory.Instance) { Pdfs = new CarriedText(), Elsewhere = elsewhere };
        await using var pipeline = await LocalPipeline.StartAsync(start, CancellationToken.None);
        var walker = new DayWalker(pipeline.Watcher, pipeline.WaitUntilIdleAsync, clock.Hold);
        foreach (var date in dates)
        {
            foreach (var moment in Moments.All)
                await walker.ReachAsync(date, moment, visit: 1, CancellationToken.None);
            onDone(date);
        }
    }

    private static GoogleRestClient Client(GoogleDoubleServer google) => new(
        google.Address, new GoogleCloudOptions(), new NoTokens(), new HttpMessageInvoker(GoogleRestClient.CreateHandler()), TimeProvider.System, () => 0.5, NullLogger<GoogleRestClient>.Instance);
}
