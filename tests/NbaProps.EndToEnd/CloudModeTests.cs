using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text.Json;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Archive;
using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Embedded;
using NbaProps.Embedded.Sqlite;
using NbaProps.EndToEnd.Support;
using NbaProps.GoogleCloud.Emulators;
using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.Storage;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>
/// The five services in mode cloud, each in a process of its own: state and bus on Google's emulators, tables and payloads on the double. Nothing asks for credentials:
/// a stand-in is sent none.
/// </summary>
[Trait("Part", "emulators")]
public sealed class CloudModeTests : IDisposable
{
    private const string Project = "example-project";

    private static readonly string[] Services = ["scrapers", "raw-processors", "analytics", "precompute", "predictions"];
    private static readonly PushOptions Push = new() { Authentication = PushAuthentication.Platform, ServiceAccount = "pusher@example.iam.gserviceaccount.com", Audience = "nbaprops" };

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public async Task Days_in_mode_cloud_make_the_tables_of_one_machine()
    {
        var (pubSubArchive, firestoreArchive) = (Emulator.PubSub.Find(GoogleCloudSdk.Root), Emulator.Firestore.Find(GoogleCloudSdk.Root));
        Skip.If(pubSubArchive is null || firestoreArchive is null, "Google's Pub/Sub and Firestore emulators are not installed: they come with Google's command line (gcloud).");
        var data = SmallArchive.Write(_temporary.Of("archive"));
        var dates = new GameDateRange(GameDate.Parse(SmallArchive.From), GameDate.Parse(SmallArchive.To));
        var embedded = _temporary.Of("embedded");
        CommandLine.RunHere("backfill", "--data", embedded, "--from", SmallArchive.From, "--to", SmallArchive.To, "--source", $"archive:{data}").ExitCode.ShouldBe(0);

        await using var pubSub = await EmulatorProcess.StartAsync(Emulator.PubSub, pubSubArchive, default);
        await using var firestore = await EmulatorProcess.StartAsync(Emulator.Firestore, firestoreArchive, default);
        await using var google = await GoogleDoubleServer.StartAsync();
        await using var archive = await ArchiveUpstream.StartAsync(ArchiveFolder.Open(data));
        var options = new NbaPropsOptions
        {
            Mode = Mode.Cloud,
            DataDirectory = _temporary.Of("nothing"),
            Ports = new() { Base = FreePorts.Find(7) },
            Push = Push,
            CloudStorage = new() { Bucket = StorageDouble.Bucket },
            GoogleCloud = new()
            {
                ProjectId = Project, PubSubEmulator = pubSub.Host, FirestoreEmulator = firestore.Host, BigQueryEmulator = google.Address.Authority, StorageEmulator = google.Address.Authority,
            },
        };
        MakeTables(options);
        var processes = Services.Select(service => Start(service, options, archive)).ToArray();
        try
        {
            await using var stores = CloudStores.Open(options, TimeProvider.System, NullLoggerFactory.Instance);
            await WalkAsync(options, stores, archive, dates);

            await SameTablesAsync(embedded, stores.Ports.Warehouse, dates);
            CommandLine.RunHere(["predictions", "--date", SmallArchive.To, .. Cloud(options)]).Output.ShouldBe(
                CommandLine.RunHere("predictions", "--date", SmallArchive.To, "--data", embedded).Output);
            CommandLine.RunHere(["status", "--date", SmallArchive.To, .. Cloud(options)]).ExitCode.ShouldBe(0);
            await TheWatcherTakesDeadLettersOverAsync(options, stores, archive);
        }
        finally
        {
            foreach (var process in processes)
                process.Dispose();
        }

        google.Objections.ShouldBeEmpty();
        google.Requests.ShouldAllBe(request => !request.Headers.ContainsKey("Authorization"), "a stand-in is sent no token");
        Directory.Exists(options.DataDirectory).ShouldBeFalse("nothing of a project is on this machine");
    }

    private static void MakeTables(NbaPropsOptions options)
    {
        var before = CommandLine.RunHere(["schema", "diff", .. Cloud(options)]);
        (before.ExitCode, before.Output).ShouldSatisfyAllConditions(
            () => before.ExitCode.ShouldBe(3), () => before.Output.ShouldContain("nba_analytics.player_game_summary: the table does not exist (./nbaprops schema apply)"));
        CommandLine.RunHere(["schema", "apply", .. Cloud(options)]).ExitCode.ShouldBe(0);
        CommandLine.RunHere(["schema", "diff", .. Cloud(options)]).ExitCode.ShouldBe(0);
    }

    private static RunningCommand Start(string service, NbaPropsOptions options, ArchiveUpstream archive) => CommandLine.StartUntil(
        $"{service} ", [.. SeparateProcessesTests.Serve(service, options.DataDirectory, options.Ports.Base, archive.BaseAddress), .. Cloud(options), "--mode", "cloud"]);

    private static async Task WalkAsync(NbaPropsOptions options, CloudStores stores, ArchiveUpstream archive, GameDateRange dates)
    {
        await using var relay = await PushRelay.StartAsync(AsCloudRunHandsItOn());
        var addresses = LocalPipeline.Definitions.ToDictionary(
            definition => definition.Phases[0], definition => new Uri(new Uri(options.Ports.UrlOf(definition.Name)), PushEndpoint.Path));
        using (var client = new HttpClient())
        {
            foreach (var address in addresses.Values)
            {
                (await client.GetAsync(new Uri(address, "/health/ready"))).StatusCode.ShouldBe(HttpStatusCode.OK);
                (await client.PostAsync(address, content: null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "nobody enters without a token");
            }
        }

        var declared = LocalPipeline.TopologyOf(NbaPipeline.Manifest, addresses);
        await stores.Topology!.DeclareAsync(declared.Topics, [.. declared.Subscriptions.Select(relay.Between)], default);
        var host = ServiceProcess.HostOf(options, new ConfigurationInputs(), stores.Ports, TimeProvider.System, options.Clock.Create(TimeProvider.System));
        var idle = await PublishedAndTaken.StartAsync(relay, declared.Topics, declared.Subscriptions, options.GoogleCloud);
        var walker = new DayWalker(host.CreateWatcher(NullLoggerFactory.Instance), idle.WaitAsync, now => archive.Now = now);
        foreach (var date in dates)
        {
            foreach (var moment in Moments.All)
                await walker.ReachAsync(date, moment, visit: 1, default);
        }

        relay.Forwarded.ShouldBeGreaterThan(100);
    }

    private static async Task SameTablesAsync(string folder, IWarehouse cloud, GameDateRange dates)
    {
        await using var embedded = new SqliteWarehouse(new EmbeddedOptions { DataDirectory = folder });
        var rows = 0;
        foreach (var table in NbaPipeline.Manifest.Tables)
        {
            var all = new ReadRequest(table, [.. table.Columns.Where(column => column.Role != ColumnRole.Lineage).Select(column => column.Name)], new(dates.From.AddDays(-30), dates.To.AddDays(30)), []);
            var (ours, theirs) = (await embedded.ReadAsync(all, default), await cloud.ReadAsync(all, default));
            theirs.Rows.Select(Text).ShouldBe(ours.Rows.Select(Text), table.FullName);
            rows += theirs.Rows.Count;
        }

        rows.ShouldBeGreaterThan(300);
    }

    // Its first look is at its start; it says nothing of what it took over but in state.
    private static async Task TheWatcherTakesDeadLettersOverAsync(NbaPropsOptions options, CloudStores stores, ArchiveUpstream archive)
    {
        var letters = new DocumentQuery("dead_letters");
        (await stores.Ports.State.QueryAsync(letters, default)).ShouldBeEmpty();
        await stores.Ports.Bus.PublishAsync("nba-dead-letters", [new OutgoingMessage("{}", new Dictionary<string, string> { ["CloudPubSubDeadLetterSourceSubscription"] = "gone" })], default);
        using var process = Start("operations", options, archive);
        while ((await stores.Ports.State.QueryAsync(letters, default)).Count == 0)
            process.IsRunning.ShouldBeTrue();
        process.Stop("TERM").ExitCode.ShouldBe(0);
    }

    private static string[] Cloud(NbaPropsOptions options) =>
    [
        .. new[]
        {
            "Mode=cloud", $"GoogleCloud:ProjectId={Project}", $"CloudStorage:Bucket={options.CloudStorage.Bucket}",
            $"GoogleCloud:PubSubEmulator={options.GoogleCloud.PubSubEmulator}", $"GoogleCloud:FirestoreEmulator={options.GoogleCloud.FirestoreEmulator}",
            $"GoogleCloud:BigQueryEmulator={options.GoogleCloud.BigQueryEmulator}", $"GoogleCloud:StorageEmulator={options.GoogleCloud.StorageEmulator}",
            "Push:Authentication=platform", $"Push:ServiceAccount={Push.ServiceAccount}", $"Push:Audience={Push.Audience}",
        }.SelectMany(setting => new[] { "--set", setting }),
    ];

    private static string AsCloudRunHandsItOn()
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["iss"] = "https://accounts.google.com", ["aud"] = Push.Audience!, ["email"] = Push.ServiceAccount!, ["email_verified"] = true,
            ["exp"] = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
        });
        return $"e30.{Base64Url.EncodeToString(claims)}.SIGNATURE_REMOVED_BY_GOOGLE";
    }

    private static string Text(object?[] row) => string.Join(" | ", row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "NULL"));
}
