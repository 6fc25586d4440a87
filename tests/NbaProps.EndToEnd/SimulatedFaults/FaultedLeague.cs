using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Hosting.Configuration;
using NbaProps.Operations;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;
using NbaProps.Simulator.Serving.Pdf;

namespace NbaProps.EndToEnd.SimulatedFaults;

/// <summary>The five services in this process on a folder, fed by the pocket league with a script of faults, every source switched on.</summary>
internal sealed class FaultedLeague : IAsyncDisposable
{
    // Blacked out of everything that is told: no word of any message.
    private const string AnyKey = "0k1e2y3o4f5t6h7e8t9e";

    private readonly SimulatorUpstream _upstream;
    private readonly LocalPipeline _pipeline;
    private readonly HeldGameClock _clock;
    private readonly DayWalker _walker;
    private readonly Told _told = new();

    private FaultedLeague(SimulatorUpstream upstream, LocalPipeline pipeline, HeldGameClock clock)
    {
        (_upstream, _pipeline, _clock) = (upstream, pipeline, clock);
        _walker = new DayWalker(pipeline.Watcher, pipeline.WaitUntilIdleAsync, clock.Hold);
    }

    /// <summary>What a person was told, in order, without dates.</summary>
    public IReadOnlyList<Incident> Told => _told.All;

    /// <param name="season">The truth.</param>
    /// <param name="script">What goes wrong.</param>
    /// <param name="folder">The installation.</param>
    public static async Task<FaultedLeague> StartAsync(SimulatedSeason season, FaultScript script, Folder folder)
    {
        var clock = new HeldGameClock();
        var patience = new Patience();
        var upstream = await SimulatorUpstream.StartAsync(season, () => clock.Now, script, patience.Silence);
        var start = new PipelineStart(OptionsOf(upstream.BaseAddress, folder.Path), new ConfigurationInputs(), clock, NullLoggerFactory.Instance)
        {
            Time = patience,
            Pdfs = new CarriedText(),
        };
        var pipeline = await LocalPipeline.StartAsync(start, CancellationToken.None);
        return new FaultedLeague(upstream, pipeline, clock);
    }

    /// <summary>Lets dates reach their moments, and incidents be told of.</summary>
    public async Task WalkAsync(GameDateRange dates)
    {
        foreach (var date in dates)
        {
            foreach (var moment in Moments.All)
            {
                await _walker.ReachAsync(date, moment, visit: 1, CancellationToken.None);
                await TellAsync(dates.From);
            }
        }
    }

    /// <summary>The outputs of a date as they stand.</summary>
    public Task<IReadOnlyList<ExpectedOutput>> OutputsAsync(GameDate date) => _pipeline.Tick.CompareAsync(new GameDateRange(date, date), now: null, CancellationToken.None);

    /// <summary>What the tick does when the waits of what failed are over: asks again.</summary>
    public async Task AskAgainAsync(GameDate date, DateTimeOffset now)
    {
        _clock.Hold(now);
        foreach (var output in (await OutputsAsync(date)).Where(output => output.State == ExpectedState.Failed))
        {
            if (ScrapersPhase.All.FirstOrDefault(scraper => scraper.Name == output.Unit.Processor) is { } failed)
            {
                await _pipeline.ScrapeAgainAsync(failed, date, failed.Triggers[^1].Moment);
            }
        }

        await TellAsync(date);
    }

    /// <summary>The incidents that last.</summary>
    public Task<IReadOnlyList<Incident>> OpenAsync() => new IncidentLog(_pipeline.Watcher.Ports.State).OpenAsync(CancellationToken.None);

    /// <summary>Tells of what a date's outputs say.</summary>
    public async Task TellAsync(GameDate date)
    {
        var keeper = new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(new IncidentLog(_pipeline.Watcher.Ports.State), _told));
        await keeper.RunAsync(await OutputsAsync(date), TimeProvider.System.GetUtcNow(), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _pipeline.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    private static NbaPropsOptions OptionsOf(Uri address, string folder)
    {
        var live = new UpstreamsOptions();
        UpstreamOptions At(UpstreamOptions upstream) => upstream with
        {
            BaseAddress = address,
            RequestsPerSecond = null,
            Attempts = 1,
            Timeout = Patience.Length,
            FailuresToOpen = 1000,
            MissingAttempts = 0,
            CreditsPerMonth = null,
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
