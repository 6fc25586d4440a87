using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>
/// A walk that was killed at the moment that loses most: a day has reached its next morning, and nothing of that morning was fetched yet. Going on at the
/// day's first moment, the scrapers would ask the source as of then and take its answer for the morning's.
/// </summary>
public sealed class InterruptedMomentTests(WalkedSmallArchive walked) : IClassFixture<WalkedSmallArchive>, IDisposable
{
    private static readonly GameDate Day = new(2022, 10, 19);

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData(Moment.CutOff, true)]
    [InlineData(Moment.NextMorning, true)]
    [InlineData(Moment.NextMorning, false)]
    public async Task It_goes_on_at_the_moment_at_which_it_stood(Moment reached, bool published)
    {
        var killed = new Folder(_temporary.Of("killed"));
        await WalkUntilAsync(killed, reached);
        await ReachAsync(killed, reached, published);

        var resumed = WalkAll(killed);
        resumed.ExitCode.ShouldBe(0, resumed.Output + resumed.Errors);
        Folder.Differences(walked.Folder.Content(), killed.Content()).ShouldBeEmpty();
    }

    private async Task WalkUntilAsync(Folder folder, Moment reached)
    {
        await using var pipeline = await ArchivePipeline.StartAsync(walked.Archive, folder.Path);
        await pipeline.WalkAsync(Day.AddDays(-1), Day.AddDays(-1));
        foreach (var moment in Moments.All.Where(moment => moment < reached))
        {
            await pipeline.ReachAsync(Day, moment);
        }
    }

    // What a walk has done of a moment when it is killed right after the day's clock was put forward: the messages are sent, or not even that.
    private async Task ReachAsync(Folder folder, Moment reached, bool published)
    {
        var options = new NbaPropsOptions { DataDirectory = folder.Path };
        await using var stores = await EmbeddedStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var range = new GameDateRange(GameDate.Parse(SmallArchive.From), GameDate.Parse(SmallArchive.To));
        var walk = await Walk.BeginAsync(stores.Ports.State, range, $"archive:{walked.Archive}", CancellationToken.None);
        await (walk with { Visit = 1, Done = Day.AddDays(-1) }).SaveAsync(stores.Ports.State, CancellationToken.None);
        var asOf = Moments.InstantOf(reached, Day, firstTip: null);
        await new GameDays(stores.Ports.State, TimeProvider.System, options.Runtime).ReachAsync(Day, reached, asOf, visit: 1, "walk", asOf, CancellationToken.None);
        if (published)
        {
            var hints = NbaPipeline.Manifest.TriggeredBy(Day, reached).Select(unit => LookHint.Of(unit, "walk", "walk", asOf)).ToArray();
            await stores.Ports.Bus.PublishAsync(Topics.Trigger(Phase.Scrapers), hints, CancellationToken.None);
        }
    }

    private CommandResult WalkAll(Folder folder) =>
        CommandLine.RunHere("backfill", "--from", SmallArchive.From, "--to", SmallArchive.To, "--source", $"archive:{walked.Archive}", "--data", folder.Path);
}
