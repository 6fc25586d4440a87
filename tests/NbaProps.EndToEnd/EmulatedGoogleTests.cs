using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Archive;
using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>The five services, each in a process of its own, with their state in Google's Firestore emulator and their messages over its Pub/Sub emulator.</summary>
[Trait("Part", "emulators")]
public sealed class EmulatedGoogleTests(StartedEmulators emulators) : IClassFixture<StartedEmulators>, IDisposable
{
    private static readonly string[] Services = ["scrapers", "raw-processors", "analytics", "precompute", "predictions"];

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public async Task Days_on_Googles_emulators_make_the_tables_of_one_machine()
    {
        emulators.Require();
        var data = SmallArchive.Write(_temporary.Of("archive"));
        var (from, to) = (GameDate.Parse(SmallArchive.From), GameDate.Parse(SmallArchive.To));
        var embedded = new Folder(_temporary.Of("embedded"));
        CommandLine.Run("backfill", "--data", embedded.Path, "--from", from.ToString(), "--to", to.ToString(), "--source", $"archive:{data}").ExitCode.ShouldBe(0);

        var emulated = new Folder(_temporary.Of("emulated"));
        await using var archive = await ArchiveUpstream.StartAsync(ArchiveFolder.Open(data));
        var ports = FreePorts.Find(7);
        string[] mode = ["--mode", "emulators", "--set", $"GoogleCloud:PubSubEmulator={emulators.PubSub}", "--set", $"GoogleCloud:FirestoreEmulator={emulators.Firestore}"];
        CommandLine.Run([.. SeparateProcessesTests.Serve("broker", emulated.Path, ports, archive.BaseAddress), .. mode]).ExitCode.ShouldBe(0);
        var processes = Services.Select(service => CommandLine.StartUntil($"{service} ", SeparateProcessesTests.OddsKey, [.. SeparateProcessesTests.Serve(service, emulated.Path, ports, archive.BaseAddress), .. mode])).ToArray();
        try
        {
            var options = new NbaPropsOptions
            {
                DataDirectory = emulated.Path, Mode = Mode.Emulators, Ports = new() { Base = ports }, GoogleCloud = new() { PubSubEmulator = emulators.PubSub, FirestoreEmulator = emulators.Firestore },
            };
            await using var stores = await EmbeddedStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, default);
            await EmulatedWalk.RunAsync(options, stores, archive, new GameDateRange(from, to));
        }
        finally
        {
            foreach (var process in processes)
                process.Dispose();
        }

        Folder.Differences(embedded.Content(), emulated.Content()).ShouldBeEmpty();
        emulated.Number("SELECT COUNT(*) FROM nba_analytics.player_game_summary").ShouldBeGreaterThan(0);
    }
}
