using System.Text.Json;

using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Embedded.Broker;
using NbaProps.EndToEnd.Killing;
using NbaProps.EndToEnd.Support;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>The disk under the bus, or under state, is full again and again while a day is walked, and has room again while the same process goes on.</summary>
public sealed class FullStoreTests : IDisposable
{
    private const int Pages = 3_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // More than any page that is not full yet can take.
    private static readonly string Large = JsonSerializer.Serialize(new { bytes = new string('x', 20_000) });

    private readonly TemporaryFolder _temporary = new();
    private readonly HeardLog _log = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("bus.db")]
    [InlineData("orchestration.db")]
    [Trait("Incident", "I-03")]
    public async Task Work_that_a_full_disk_held_up_is_done_by_the_same_process_once_there_is_room(string file)
    {
        await using var league = await ProcessLeague.StartAsync(seed: 1, dates: 1);
        var (quiet, full) = (new Folder(_temporary.Of("quiet")), new Folder(_temporary.Of("full")));
        await QuietWalk.RunAsync(league, quiet.Path);
        var refusal = $"{Path.Combine(full.Path, file)} could not grow: the disk is full or the file is at its size limit. Nothing of this write was stored.";
        await using (var pipeline = await LocalPipeline.StartAsync(Limited(league.Start(full.Path, _log)), CancellationToken.None))
        {
            var ballast = new Ballast(Path.Combine(full.Path, file), Pages);
            var walker = new DayWalker(pipeline.Watcher, pipeline.WaitUntilIdleAsync, league.Hold);
            foreach (var date in new GameDateRange(league.Lead.From, league.Days.To))
            {
                foreach (var moment in Moments.All)
                {
                    if (date >= league.Days.From)
                    {
                        await WithoutRoomAsync(ballast, refusal, () => LargeAsync(pipeline.Watcher.Ports, file), () => walker.ReachAsync(date, moment, visit: 1, CancellationToken.None));
                    }

                    await walker.ReachAsync(date, moment, visit: 1, CancellationToken.None);
                    await RestAsync(league, pipeline, date);
                }
            }

            pipeline.Completion.IsCompleted.ShouldBeFalse();
            ballast.Check().ShouldBe("ok");
        }

        Folder.Differences(quiet.Content(), full.Content()).ShouldBeEmpty();
    }

    // Small writes may find a place still; whoever walks hears of one that does not, or whoever is pushed to, and nobody ends.
    private async Task WithoutRoomAsync(Ballast ballast, string refusal, Func<Task> largeAsync, Func<Task> walkAsync)
    {
        ballast.Fill();
        (await Should.ThrowAsync<TransientException>(largeAsync)).Message.ShouldStartWith(refusal);
        var heard = _log.NextAsync(refusal);
        var walking = walkAsync();
        await Task.WhenAny(walking, heard).WaitAsync(Patience);
        ballast.Remove();
        await walking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        (walking.Exception?.InnerException?.Message ?? refusal).ShouldStartWith(refusal);
    }

    private static Task LargeAsync(Ports ports, string file) => file is "bus.db"
        ? ports.Bus.PublishAsync(Topics.Trigger(Phase.Scrapers), [new OutgoingMessage(Large, new Dictionary<string, string>())], CancellationToken.None)
        : ports.State.CommitAsync([new DocumentWrite(new DocumentPath("large", "one"), Large, Precondition.None)], CancellationToken.None);

    private static async Task RestAsync(ProcessLeague league, LocalPipeline pipeline, GameDate date)
    {
        using var patience = new CancellationTokenSource(Patience);
        var broker = new SqliteBrokerProbe(pipeline.Stores.Broker);
        while (true)
        {
            await pipeline.WaitUntilIdleAsync(patience.Token);
            var report = await pipeline.Tick.RunAsync(new GameDateRange(league.Lead.From, date), now: null, patience.Token);
            if (report.Hints == 0 && (await AtRest.ProblemsAsync(pipeline.Watcher.Ports.State, broker, patience.Token)).Count == 0)
            {
                return;
            }

            await Task.Delay(pipeline.Stores.Broker.Options.PollInterval, TimeProvider.System, patience.Token);
        }
    }

    private static PipelineStart Limited(PipelineStart start) => start with
    {
        Options = start.Options with
        {
            Embedded = start.Options.Embedded with { MaxPageCount = Pages, MaxWarehousePageCount = int.MaxValue },
            Broker = start.Options.Broker with { MaxPageCount = Pages },
        },
    };
}
