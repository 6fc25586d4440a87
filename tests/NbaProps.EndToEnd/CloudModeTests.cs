using System.Buffers.Text;
using System.Net;
using System.Text.Json;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Archive;
using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.Storage;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>
/// The five services in mode cloud, each in a process of its own: state and bus on Google's emulators, tables and payloads on the double. Nothing asks for credentials:
/// a stand-in is sent none.
/// </summary>
[Trait("Part", "emulators")]
public sealed class CloudModeTests(StartedEmulators emulators) : IClassFixture<StartedEmulators>, IDisposable
{
    private const string Project = "example-project";

    private static readonly string[] Services = ["scrapers", "raw-processors", "analytics", "precompute", "predictions"];
    private static readonly PushOptions Push = new() { Authentication = PushAuthentication.Platform, ServiceAccount = "pusher@example.iam.gserviceaccount.com", Audience = "nbaprops" };

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public async Task Days_in_mode_cloud_make_the_tables_of_one_machine()
    {
        emulators.Require();
        var data = SmallArchive.Write(_temporary.Of("archive"));
        var dates = new GameDateRange(GameDate.Parse(SmallArchive.From), GameDate.Parse(SmallArchive.To));
        var embedded = _temporary.Of("embedded");
        CommandLine.RunHere("backfill", "--data", embedded, "--from", SmallArchive.From, "--to", SmallArchive.To, "--source", $"archive:{data}").ExitCode.ShouldBe(0);

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
                ProjectId = Project, PubSubEmulator = emulators.PubSub, FirestoreEmulator = emulators.Firestore, BigQueryEmulator = google.Address.Authority, StorageEmulator = google.Address.Authority,
            },
        };
        MakeTables(options);
        var processes = Services.Select(service => Start(service, options, archive)).ToArray();
        try
        {
            await using var stores = CloudStores.Open(options, TimeProvider.System, NullLoggerFactory.Instance);
            await NobodyEntersWithoutATokenAsync(options);
            await EmulatedWalk.RunAsync(options, stores, archive, dates, AsCloudRunHandsItOn());

            await Tables.ShouldBeSameAsync(embedded, stores.Ports.Warehouse, dates, leastRows: 300);
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
        $"{service} ", SeparateProcessesTests.OddsKey, [.. SeparateProcessesTests.Serve(service, options.DataDirectory, options.Ports.Base, archive.BaseAddress), .. Cloud(options), "--mode", "cloud"]);

    private static async Task NobodyEntersWithoutATokenAsync(NbaPropsOptions options)
    {
        using var client = new HttpClient();
        foreach (var address in EmulatedWalk.AddressesOf(options).Values)
        {
            (await client.GetAsync(new Uri(address, "/health/ready"))).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await client.PostAsync(address, content: null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    // Its first look is at its start; it says nothing of what it took over but in state.
    private static async Task TheWatcherTakesDeadLettersOverAsync(NbaPropsOptions options, CloudStores stores, ArchiveUpstream archive)
    {
        var letters = new DocumentQuery("dead_letters");
        (await stores.Ports.State.QueryAsync(letters, default)).ShouldBeEmpty();
        await stores.Ports.Bus.PublishAsync("nba-dead-letters", [new OutgoingMessage("{}", new Dictionary<string, string> { ["CloudPubSubDeadLetterSourceSubscription"] = "gone" })], default);
        using var process = Start("operations", options, archive);
        await Polling.UntilAsync(
            () =>
            {
                process.IsRunning.ShouldBeTrue();
                return stores.Ports.State.QueryAsync(letters, default);
            },
            found => found.Count > 0,
            "a dead letter in state");
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
}
