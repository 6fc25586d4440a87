using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Sources;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Expected;

namespace NbaProps.EndToEnd.Support;

/// <summary>The five services in this process on a folder, with every source switched on and all of them at one server of this machine.</summary>
internal sealed class SourcesPipeline : IAsyncDisposable
{
    // Blacked out of everything that is told: no word of any message.
    private const string AnyKey = "0k1e2y3o4f5t6h7e8t9e";

    private readonly LocalPipeline _pipeline;
    private readonly DayWalker _walker;

    private SourcesPipeline(LocalPipeline pipeline, HeldGameClock clock, LeagueServer server)
    {
        _pipeline = pipeline;
        _walker = new DayWalker(pipeline.Watcher, pipeline.WaitUntilIdleAsync, now =>
        {
            server.Now = now;
            clock.Hold(now);
        });
    }

    public LocalPipeline Pipeline => _pipeline;

    public static async Task<SourcesPipeline> StartAsync(LeagueServer server, string folder, Func<NbaPropsOptions, NbaPropsOptions>? change = null, ILoggerFactory? loggers = null)
    {
        var clock = new HeldGameClock();
        var options = OptionsOf(server.BaseAddress, folder);
        options = change?.Invoke(options) ?? options;
        var pipeline = await LocalPipeline.StartAsync(
            new PipelineStart(options, new ConfigurationInputs(), clock, loggers ?? NullLoggerFactory.Instance), CancellationToken.None);
        return new SourcesPipeline(pipeline, clock, server);
    }

    /// <summary>Lets a day reach a moment.</summary>
    /// <returns>The day's outputs as they stand.</returns>
    public async Task<IReadOnlyList<ExpectedOutput>> ReachAsync(GameDate date, Moment moment)
    {
        var outputs = await _walker.ReachAsync(date, moment, visit: 1, CancellationToken.None);
        await _pipeline.Watcher.Export.RunAsync(outputs, CancellationToken.None);
        return outputs;
    }

    /// <summary>Both nights, all moments.</summary>
    public async Task WalkAsync()
    {
        foreach (var date in new GameDateRange(Nights.First, Nights.Second))
        {
            foreach (var moment in Moments.All)
            {
                await ReachAsync(date, moment);
            }
        }
    }

    public ValueTask DisposeAsync() => _pipeline.DisposeAsync();

    private static NbaPropsOptions OptionsOf(Uri server, string folder)
    {
        var live = new UpstreamsOptions();
        UpstreamOptions At(UpstreamOptions upstream) => upstream with
        {
            BaseAddress = server,
            RequestsPerSecond = null,
            Attempts = 1,

            // None of these sources is silent, and what a busy machine takes for one would be asked again a minute later: nobody waits for that.
            Timeout = TimeSpan.FromSeconds(100),
            FailuresToOpen = 1000,
            MissingAttempts = 0,
        };
        return new NbaPropsOptions
        {
            DataDirectory = folder,
            Ports = new PortsOptions { Base = 0 },
            Logging = new LoggingOptions { Level = LogLevel.Critical },
            Upstreams = new UpstreamsOptions
            {
                NbaStats = At(live.NbaStats),
                NbaCdn = At(live.NbaCdn),
                NbaOfficials = At(live.NbaOfficials),
                NbaInjuryReports = At(live.NbaInjuryReports),
                NbaGamebooks = At(live.NbaGamebooks),
                Espn = At(live.Espn),
                EspnPages = At(live.EspnPages),
                BallDontLie = At(live.BallDontLie) with { ApiKey = AnyKey },
                OddsApi = At(live.OddsApi) with { ApiKey = AnyKey },
                BettingPros = At(live.BettingPros),
                GoogleDrive = At(live.GoogleDrive),
            },
        };
    }
}
