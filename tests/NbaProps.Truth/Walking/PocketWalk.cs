using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;
using NbaProps.Simulator.Serving.Pdf;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Walking;

/// <summary>Walks the whole season of a pocket league: the command line's walk, on a league that the command line does not play.</summary>
internal static class PocketWalk
{
    /// <summary>Walks it into a folder.</summary>
    /// <param name="seed">Which league.</param>
    /// <param name="folder">A data folder that is not there yet.</param>
    /// <param name="withPlays">Whether the sources of play-by-play are switched on.</param>
    /// <returns>What happened.</returns>
    public static async Task<SeasonTruth> RunAsync(long seed, string folder, bool withPlays)
    {
        var season = SimulatedSeason.Play(SimulatedLeague.Create(seed, new Season(2025), LeagueSize.Pocket));
        var range = new GameDateRange(season.Games[0].Scheduled.Date, season.Games[^1].Scheduled.Date);
        var clock = new HeldGameClock();
        await using var upstream = await SimulatorUpstream.StartAsync(season, () => clock.Now);
        var start = new PipelineStart(Options(upstream.BaseAddress, folder, withPlays), new ConfigurationInputs(), clock, NullLoggerFactory.Instance) { Pdfs = new CarriedText() };
        await using var pipeline = await LocalPipeline.StartAsync(start, CancellationToken.None);
        var walker = new DayWalker(pipeline.Watcher, pipeline.WaitUntilIdleAsync, clock.Hold);
        foreach (var date in range)
        {
            foreach (var moment in Moments.All)
            {
                await walker.ReachAsync(date, moment, visit: 1, CancellationToken.None);
            }
        }

        return new SeasonTruth(season, range, withPlays);
    }

    private static NbaPropsOptions Options(Uri address, string folder, bool withPlays)
    {
        var options = SourceSession.SimulatedBy(address, new NbaPropsOptions
        {
            DataDirectory = folder,
            Ports = new PortsOptions { Base = 0 },
            Logging = new LoggingOptions { Level = LogLevel.Critical },
        });
        var upstreams = options.Upstreams;
        return withPlays
            ? options
            : options with { Upstreams = upstreams with { GoogleDrive = upstreams.GoogleDrive with { Enabled = false }, NbaCdn = upstreams.NbaCdn with { Enabled = false } } };
    }
}
