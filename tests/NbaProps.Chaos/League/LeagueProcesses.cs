using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Chaos.Harness;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Hosting.Upstreams;
using NbaProps.Operations;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;
using NbaProps.Simulator.Serving.Pdf;

namespace NbaProps.Chaos.League;

/// <summary>Starts processes of the real services on the harness's ports, its clock and the league in memory.</summary>
internal sealed class LeagueProcesses(SimulatedSeason season, LeagueTime time, InlineServer server, INotifier notifier, ComputedUnits? computed, Deployment? deployment = null)
{
    private static readonly WatcherTimes Times = new(Tick: TimeSpan.FromMinutes(5), Schedule: TimeSpan.FromMinutes(1));

    // Every process reads the same units: each document is parsed once for all of them.
    private readonly UnitRecords _records = new();

    public SimProcess Start(World world, ProcessRole role, string name)
    {
        var process = new SimProcess(world, role, name, world.NewClock()) { Build = deployment?.BuildOf(role) ?? 1 };
        var service = LeagueServices.Of(role);
        var works = service is null ? [] : LeagueServices.WorksOf(
            service, () => new ServiceSurroundings(LeagueOptions.Value, (options, source) => UpstreamOf(world, process, options, source), new CarriedText()));
        var isNew = process.Build > 1;
        process.Runtime = PipelineRuntime.Create(new PipelineRuntimeSettings
        {
            Manifest = isNew ? deployment!.Manifest : NbaPipeline.Manifest,
            Phases = service?.Phases ?? [],
            Works = isNew ? deployment!.Upgrade(works) : works,
            Ports = SimPorts.For(process, world),
            Time = process.Clock,
            GameClock = time.ClockOf(process.Clock),
            Options = LeagueOptions.Value.Runtime,
            Instance = name,
            Loggers = NullLoggerFactory.Instance,
            Computed = computed,
            Records = _records,
        });
        if (role.Watches && !world.Calm)
        {
            world.Background(process, WatcherOf(process).RunAsync(_ => { }, CancellationToken.None));
        }

        return process;
    }

    /// <summary>What was expected at the last look.</summary>
    public IReadOnlyList<ExpectedOutput> Outputs { get; private set; } = [];

    /// <summary>One look of a watcher that is told when to look.</summary>
    /// <param name="watcher">The watcher.</param>
    /// <param name="isGateAskedOn">
    /// Whether a closed gate, or the probe of what has failed as often as it is tried, is something to wait for: both are asked on for ever where a source took something with it.
    /// </param>
    public async Task<int> LookAsync(SimProcess watcher, bool isGateAskedOn = true)
    {
        var now = time.ClockOf(watcher.Clock).Now;
        var reached = await new DayScheduler(watcher.Runtime).RunAsync(now, CancellationToken.None);
        var report = await watcher.Runtime.Tick.RunAsync(dates: null, now, CancellationToken.None);
        await new IncidentKeeper(watcher.Runtime.Manifest, new IncidentDesk(new IncidentLog(watcher.Runtime.Ports.State), notifier)).RunAsync(report.Outputs, watcher.Clock.GetUtcNow(), CancellationToken.None);
        Outputs = report.Outputs;
        var asked = isGateAskedOn ? report.Hints : report.Outputs.Count(output => output is { Actionable: true, IsTriedOut: false } && output.State != ExpectedState.Blocked);
        return asked + reached.Count;
    }

    /// <summary>Whether all is as the last look saw it.</summary>
    public async Task<bool> IsStillAsync(SimProcess watcher)
    {
        var outputs = await watcher.Runtime.Tick.CompareAsync(dates: null, time.ClockOf(watcher.Clock).Now, CancellationToken.None);
        return outputs.Select(output => (output.Unit, output.State)).SequenceEqual(Outputs.Select(output => (output.Unit, output.State)));
    }

    private Watcher WatcherOf(SimProcess process) =>
        new(process.Runtime, new IncidentDesk(new IncidentLog(process.Runtime.Ports.State), notifier), [], Times, process.Clock, time.ClockOf(process.Clock), NullLogger<Watcher>.Instance);

    private HttpUpstream UpstreamOf(World world, SimProcess process, UpstreamOptions options, string source) => new(
        source, options, new LeagueHandler(process, world, server, season, time), process.Clock, random: () => 0.5, NullLogger<HttpUpstream>.Instance);
}
