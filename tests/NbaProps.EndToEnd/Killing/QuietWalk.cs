using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;

namespace NbaProps.EndToEnd.Killing;

/// <summary>The same dates of the same league in one process that nothing disturbs.</summary>
internal static class QuietWalk
{
    public static async Task RunAsync(ProcessLeague league, string folder)
    {
        await using var pipeline = await LocalPipeline.StartAsync(league.Start(folder, NullLoggerFactory.Instance), CancellationToken.None);
        var walker = new DayWalker(pipeline.Watcher, pipeline.WaitUntilIdleAsync, league.Hold);
        foreach (var date in new GameDateRange(league.Lead.From, league.Days.To))
        {
            foreach (var moment in Moments.All)
            {
                await walker.ReachAsync(date, moment, visit: 1, CancellationToken.None);
            }
        }
    }
}
