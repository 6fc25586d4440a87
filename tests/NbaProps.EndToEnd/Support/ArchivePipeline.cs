using System.Collections.Concurrent;

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Archive;
using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;

namespace NbaProps.EndToEnd.Support;

/// <summary>The five services in this process on a folder, fed by an archive that passes through a proxy, with the game clock in the test's hand.</summary>
internal sealed class ArchivePipeline : IAsyncDisposable
{
    private readonly ArchiveUpstream _archive;
    private readonly HeldGameClock _clock = new();
    private readonly DayWalker _walker;

    private ArchivePipeline(ArchiveUpstream archive, RewritingProxy proxy, LocalPipeline pipeline, HeldGameClock clock)
    {
        (_archive, Proxy, Pipeline, _clock) = (archive, proxy, pipeline, clock);
        _walker = new DayWalker(pipeline.Watcher, pipeline.WaitUntilIdleAsync, SetNow);
    }

    public RewritingProxy Proxy { get; }

    public LocalPipeline Pipeline { get; }

    public static async Task<ArchivePipeline> StartAsync(string data, string folder, ConcurrentDictionary<string, string>? seen = null)
    {
        var archive = await ArchiveUpstream.StartAsync(ArchiveFolder.Open(data));
        var proxy = await RewritingProxy.StartAsync(archive.BaseAddress, seen ?? new(StringComparer.Ordinal));
        var options = SourceSession.ServedBy(proxy.BaseAddress, new NbaPropsOptions
        {
            DataDirectory = folder,
            Ports = new PortsOptions { Base = 0 },
            Logging = new LoggingOptions { Level = LogLevel.Critical },
        });
        var clock = new HeldGameClock();
        var pipeline = await LocalPipeline.StartAsync(new PipelineStart(options, new ConfigurationInputs(), clock, NullLoggerFactory.Instance), CancellationToken.None);
        return new ArchivePipeline(archive, proxy, pipeline, clock);
    }

    public void SetNow(DateTimeOffset now)
    {
        _archive.Now = now;
        _clock.Hold(now);
    }

    public Task ReachAsync(GameDate date, Moment moment) => _walker.ReachAsync(date, moment, visit: 1, CancellationToken.None);

    public async Task WalkAsync(GameDate from, GameDate to)
    {
        foreach (var date in new GameDateRange(from, to))
        {
            foreach (var moment in Moments.All)
            {
                await ReachAsync(date, moment);
            }
        }
    }

    /// <summary>Lets a scraper fetch for a moment again, at the clock's present.</summary>
    public Task ScrapeAgainAsync(ProcessorDeclaration scraper, GameDate date, Moment moment) => Pipeline.ScrapeAgainAsync(scraper, date, moment);

    public async ValueTask DisposeAsync()
    {
        await Pipeline.DisposeAsync();
        await Proxy.DisposeAsync();
        await _archive.DisposeAsync();
    }
}
