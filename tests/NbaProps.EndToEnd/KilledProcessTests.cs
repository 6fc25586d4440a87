using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.EndToEnd.Support;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

public sealed class KilledProcessTests : IDisposable
{
    private static readonly string[] Range = ["--from", "2022-10-18", "--to", "2022-10-24"];

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    [Trait("Incident", "I-27")]
    public async Task A_walk_that_is_killed_ten_times_ends_in_the_tables_of_one_that_was_not()
    {
        var archive = SharedData.Require("data");
        var quiet = new Folder(_temporary.Of("quiet"));
        CommandLine.RunHere(Arguments(quiet, archive)).ExitCode.ShouldBe(0);

        // At another point from kill to kill, and later each time, so that the walk gets on.
        var killed = new Folder(_temporary.Of("killed"));
        var interrupted = 0;
        for (var kill = 1; kill <= 10; kill++)
        {
            CommandLine.KillAtWork(13 + (7 * kill), Arguments(killed, archive)).ShouldBeTrue($"the walk that was to be killed for the {kill}th time ended before it: what was killed may not have been done again");
            interrupted += (await HeldAsync(killed)).Count;
        }

        // One may fall between two runs; all of them cannot.
        interrupted.ShouldBeGreaterThan(0);

        CommandLine.Run(Arguments(killed, archive)).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(0, run.Errors));
        (await HeldAsync(killed)).ShouldBeEmpty();
        Folder.Differences(quiet.Content(), killed.Content()).ShouldBeEmpty();
    }

    private static string[] Arguments(Folder folder, string archive) =>
        ["backfill", "--data", folder.Path, .. Range, "--source", $"archive:{archive}"];

    // The units that a run which is gone still holds.
    private static async Task<IReadOnlyList<string>> HeldAsync(Folder folder)
    {
        var options = new NbaPropsOptions { DataDirectory = folder.Path };
        await using var stores = await EmbeddedStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var units = await stores.Ports.State.QueryAsync(new DocumentQuery(UnitKey.Collection), CancellationToken.None);
        return [.. units.Select(unit => StateJson.Read<UnitDocument>(unit.Json)).Where(unit => unit.LeaseUntil is not null).Select(unit => unit.Unit)];
    }
}
