using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Archive;
using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline;

// args: data archive from to
var folder = ArchiveFolder.Open(args[1]);
await using var archive = await ArchiveUpstream.StartAsync(folder);
var options = new NbaPropsOptions
{
    DataDirectory = args[0],
    Ports = new PortsOptions { Base = 0 },
    Upstreams = new UpstreamsOptions
    {
        NbaStats = new UpstreamOptions { BaseAddress = archive.BaseAddress },
        OddsApi = new UpstreamOptions { BaseAddress = archive.BaseAddress, ApiKey = "archive" },
    },
};
await using var pipeline = await LocalPipeline.StartAsync(options, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
var walker = new DayWalker(pipeline, now => archive.Now = now);
foreach (var date in new GameDateRange(GameDate.Parse(args[2]), GameDate.Parse(args[3])))
{
    var started = TimeProvider.System.GetTimestamp();
    foreach (var moment in Moments.All)
    {
        var outputs = await walker.ReachAsync(date, moment, 1, CancellationToken.None);
        await Console.Error.WriteLineAsync($"{date} {moment}: {string.Join(", ", outputs.GroupBy(output => output.State).Select(group => $"{group.Key} {group.Count()}"))}");
        foreach (var bad in outputs.Where(output => output.State is NbaProps.Shared.Pipeline.Expected.ExpectedState.Failed or NbaProps.Shared.Pipeline.Expected.ExpectedState.Blocked or NbaProps.Shared.Pipeline.Expected.ExpectedState.Expected or NbaProps.Shared.Pipeline.Expected.ExpectedState.Overdue))
        {
            await Console.Error.WriteLineAsync($"   {bad.Unit} {bad.State}: {bad.Cause}");
        }
    }

    await Console.Error.WriteLineAsync($"  {TimeProvider.System.GetElapsedTime(started)}");
}

return 0;
