using System.Globalization;
using System.Net;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Archive;
using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>The six services and the broker, each in a process of its own on one folder, as a cloud would run them.</summary>
public sealed class SeparateProcessesTests : IDisposable
{
    private static readonly string[] Services = ["broker", "scrapers", "raw-processors", "analytics", "precompute", "predictions"];

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Services_in_processes_of_their_own_make_the_tables_of_one_process()
    {
        var data = SmallArchive.Write(_temporary.Of("archive"));
        var (from, to) = (GameDate.Parse(SmallArchive.From), GameDate.Parse(SmallArchive.To));
        var together = new Folder(_temporary.Of("together"));
        CommandLine.RunHere("backfill", "--data", together.Path, "--from", from.ToString(), "--to", to.ToString(), "--source", $"archive:{data}").ExitCode.ShouldBe(0);

        var apart = new Folder(_temporary.Of("apart"));
        await using (var archive = await ArchiveUpstream.StartAsync(ArchiveFolder.Open(data)))
        {
            var ports = FreePorts.Find(7);
            var processes = Services.Select(service => CommandLine.StartUntil($"{service} ", OddsKey, Serve(service, apart.Path, ports, archive.BaseAddress))).ToArray();
            try
            {
                await ReadyAsync(ports);
                await WalkAsync(apart.Path, archive, from, to);
                processes.Select(process => process.Stop("TERM").ExitCode).ShouldAllBe(code => code == 0);
            }
            finally
            {
                foreach (var process in processes)
                {
                    process.Dispose();
                }
            }
        }

        Folder.Differences(together.Content(), apart.Content()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_watcher_in_a_process_of_its_own_answers_and_stops()
    {
        var ports = FreePorts.Find(7);
        using var process = CommandLine.StartUntil("operations ", Serve("operations", _temporary.Of("alone"), ports, new Uri("http://127.0.0.1:9")));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports}") };

        (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetStringAsync("/version")).ShouldContain("\"features.v2_33features\"");
        process.Stop("TERM").ExitCode.ShouldBe(0);
    }

    /// <summary>What the archive is asked with in place of a key: where secrets are taken from in every mode.</summary>
    internal static readonly (string Name, string Value) OddsKey = ("NBAPROPS__Upstreams__OddsApi__ApiKey", "0a1r2c3h4i5v6e");

    internal static string[] Serve(string service, string folder, int ports, Uri upstream) =>
    [
        "serve", "--service", service, "--data", folder,
        "--set", $"Ports:Base={ports}", "--set", "Logging:Level=Error",
        "--set", $"Upstreams:NbaStats:BaseAddress={upstream}", "--set", "Upstreams:NbaStats:RequestsPerSecond=1000",
        "--set", $"Upstreams:OddsApi:BaseAddress={upstream}", "--set", "Upstreams:OddsApi:RequestsPerSecond=1000",

        // A folder of past seasons has nothing of the other sources, and no test asks a live one.
        .. new UpstreamsOptions().All().Select(section => section.Name).Except(["NbaStats", "OddsApi"], StringComparer.Ordinal).SelectMany(name => new[] { "--set", $"Upstreams:{name}:Enabled=false" }),

        // The game clock stands before the season: what is fetched for a moment is of that moment.
        "--set", "Clock:Start=2022-10-01T00:00:00Z", "--set", "Clock:Factor=0",
    ];

    private static async Task ReadyAsync(int ports)
    {
        using var client = new HttpClient();
        foreach (var port in Enumerable.Range(ports + 1, 5))
        {
            (await client.GetAsync($"http://127.0.0.1:{port}/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    // Only reaches moments and publishes hints into the folder's bus: the other processes do the work.
    private static async Task WalkAsync(string folder, ArchiveUpstream archive, GameDate from, GameDate to)
    {
        var options = new NbaPropsOptions { DataDirectory = folder };
        await using var stores = await EmbeddedStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var host = ServiceProcess.HostOf(options, new ConfigurationInputs(), stores.Ports, TimeProvider.System, options.Clock.Create(TimeProvider.System));
        var idle = new NbaProps.Embedded.Broker.SqliteBrokerProbe(stores.Broker);
        var walker = new DayWalker(host.CreateWatcher(NullLoggerFactory.Instance), idle.WaitUntilIdleAsync, now => archive.Now = now);
        foreach (var date in new GameDateRange(from, to))
        {
            foreach (var moment in Moments.All)
            {
                await walker.ReachAsync(date, moment, visit: 1, CancellationToken.None);
            }
        }
    }
}
