using System.Globalization;
using System.Text.Json;

using Microsoft.Extensions.Logging;

using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;

namespace NbaProps.EndToEnd.Killing;

/// <summary>A pocket league served on this machine, and how services are told to ask it.</summary>
internal sealed class ProcessLeague : IAsyncDisposable
{
    // Blacked out of everything that is told: no word of any message.
    private const string AnyKey = "0k1e2y3o4f5t6h7e8t9e";

    // The watcher looks so many days back: they are walked before it comes, so that it finds nothing to let begin.
    private const int LeadDays = 2;

    private readonly SimulatorUpstream _upstream;
    private readonly HeldGameClock _clock;
    private readonly GameDate _first;

    private ProcessLeague(SimulatorUpstream upstream, HeldGameClock clock, int dates)
    {
        (_upstream, _clock, _first) = (upstream, clock, upstream.Season.Games[0].Scheduled.Date);
        Lead = new GameDateRange(_first.AddDays(-LeadDays), _first.AddDays(-1));
        Days = new GameDateRange(_first, upstream.Season.ByDate.Keys.Order().ElementAt(dates - 1));
    }

    /// <summary>In the order in which they are started.</summary>
    public static IReadOnlyList<string> Services { get; } = ["broker", "scrapers", "raw-processors", "analytics", "precompute", "predictions", "operations"];

    /// <summary>Dates before the first game.</summary>
    public GameDateRange Lead { get; }

    /// <summary>The dates that are walked, from the first game on.</summary>
    public GameDateRange Days { get; }

    /// <param name="seed">Which league.</param>
    /// <param name="dates">How many of its dates with games are walked.</param>
    public static async Task<ProcessLeague> StartAsync(long seed, int dates)
    {
        var season = SimulatedSeason.Play(SimulatedLeague.Create(seed, new Season(2025), LeagueSize.Pocket));
        var clock = new HeldGameClock();
        return new ProcessLeague(await SimulatorUpstream.StartAsync(season, () => clock.Now), clock, dates);
    }

    /// <summary>Puts the league and whoever walks at a moment.</summary>
    public void Hold(DateTimeOffset moment) => _clock.Hold(moment);

    /// <summary>The configuration of all processes, and of the walk that nothing disturbs.</summary>
    public NbaPropsOptions Options(string folder) => NbaPropsConfiguration.Load(Inputs(folder));

    /// <summary>What the services of one process start with.</summary>
    public PipelineStart Start(string folder, ILoggerFactory loggers)
    {
        var options = Options(folder);
        return new PipelineStart(options with { Ports = options.Ports with { Base = 0 }, Logging = options.Logging with { Level = LogLevel.Critical } }, Inputs(folder), _clock, loggers);
    }

    /// <summary>The command line of a service in a process of its own.</summary>
    public string[] Serve(string service, string folder, int ports) =>
    [
        "serve", "--service", service, "--set", string.Create(CultureInfo.InvariantCulture, $"Ports:Base={ports}"),

        // The game clock stands before the first date: what is fetched for a moment is of that moment. The watcher's stands where nothing is left to begin.
        "--set", $"Clock:Start={(service is "operations" ? _first : Lead.From).At(9, 50).UtcDateTime:O}", "--set", "Clock:Factor=0", .. Common(folder),
    ];

    public ValueTask DisposeAsync() => _upstream.DisposeAsync();

    private ConfigurationInputs Inputs(string folder) => new() { Arguments = Common(folder) };

    private string[] Common(string folder)
    {
        var file = folder + ".json";
        File.WriteAllText(file, JsonSerializer.Serialize(Settings()));
        return ["--data", folder, "--config", file];
    }

    private Dictionary<string, object> Settings() => new()
    {
        ["Upstreams"] = new UpstreamsOptions().All().ToDictionary(section => section.Name, _ => new Dictionary<string, object?>
        {
            ["BaseAddress"] = _upstream.BaseAddress,
            ["RequestsPerSecond"] = 1000,
            ["Attempts"] = 2,
            ["RetryDelay"] = "00:00:00.050",
            ["Timeout"] = "00:00:03",
            ["Budget"] = "00:00:03.300",
            ["MissingAttempts"] = 0,
            ["CreditsPerMonth"] = 100_000_000,
            ["ApiKey"] = AnyKey,
        }),

        // Whoever is killed leaves its units held for so long, and what it was pushed unanswered.
        ["Runtime"] = new Dictionary<string, object> { ["Lease"] = "00:00:05", ["WriteTimeout"] = "00:00:04", ["RetryDelay"] = "00:00:00.500", ["OutboxPatience"] = "00:00:00.500" },
        ["Broker"] = new Dictionary<string, object>
        {
            ["Lease"] = "00:00:01", ["MinBackoff"] = "00:00:00.050", ["MaxBackoff"] = "00:00:00.500", ["MaxDeliveryAttempts"] = 100, ["PollInterval"] = "00:00:00.020",
        },
        ["Operations"] = new Dictionary<string, object> { ["TickInterval"] = "00:00:01", ["ScheduleInterval"] = "00:00:01" },
        ["Logging"] = new Dictionary<string, object> { ["Level"] = "Debug" },
    };
}
