using System.Globalization;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Embedded.Broker;
using NbaProps.EndToEnd.Support;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Ledger;

namespace NbaProps.EndToEnd.Killing;

/// <summary>Walks a league's dates in a folder whose seven processes are killed all the time.</summary>
internal sealed class KilledWalk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ProcessLeague _league;
    private readonly EmbeddedStores _stores;
    private readonly PipelineRuntime _watcher;
    private readonly SqliteBrokerProbe _broker;
    private readonly DayWalker _walker;
    private readonly SortedDictionary<string, int> _kills = new(StringComparer.Ordinal);

    private Func<PipelineProcess, Task> _end = process => process.KillAsync();

    private KilledWalk(ProcessLeague league, PipelineProcesses processes, EmbeddedStores stores, PipelineRuntime watcher)
    {
        (_league, Processes, _stores, _watcher) = (league, processes, stores, watcher);
        _broker = new SqliteBrokerProbe(stores.Broker);
        _walker = new DayWalker(watcher, _broker.WaitUntilIdleAsync, league.Hold);
    }

    public PipelineProcesses Processes { get; }

    /// <summary>How often each was killed.</summary>
    public IReadOnlyDictionary<string, int> Kills => _kills;

    /// <summary>Those of them that came while a moment was worked on.</summary>
    public int AtWork { get; private set; }

    /// <summary>What is wrong of the folder now.</summary>
    public Task<IReadOnlyList<string>> ProblemsAsync() => AtRest.ProblemsAsync(_stores.Ports.State, _broker, CancellationToken.None);

    /// <summary>What an ended process has left undone: runs without an end, and pushes without an answer where it was the broker.</summary>
    /// <param name="name">Its service.</param>
    /// <param name="id">Its number.</param>
    public async Task<IReadOnlyList<string>> LeftAsync(string name, int id)
    {
        var runs = (await new RunLedger(_stores.Ports.State).SinceAsync(DateTimeOffset.MinValue, CancellationToken.None))
            .Where(run => run.State == RunState.Running && run.Instance.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{name}-{id}-"), StringComparison.Ordinal))
            .Select(run => $"the run of {run.Unit}");
        var depth = await _broker.GetDepthAsync(CancellationToken.None);
        return [.. runs, .. depth.Subscriptions.Where(one => name is "broker" && one.InFlight > 0).Select(one => $"{one.InFlight} pushes to {one.Name}")];
    }

    /// <summary>Starts the processes in a folder that is not there yet, and walks the dates before the first game.</summary>
    public static async Task<KilledWalk> StartAsync(ProcessLeague league, string folder)
    {
        var processes = new PipelineProcesses(league, folder, FreePorts.Find(ProcessLeague.Services.Count));
        try
        {
            await processes.StartAsync(name => name is not "operations");
            var options = league.Options(folder);
            var stores = await EmbeddedStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
            var host = ServiceProcess.HostOf(options, new ConfigurationInputs(), stores.Ports, TimeProvider.System, options.Clock.Create(TimeProvider.System));
            var walk = new KilledWalk(league, processes, stores, host.CreateWatcher(NullLoggerFactory.Instance));
            foreach (var date in league.Lead)
            {
                await walk.ReachAsync(date, Moments.All, NoKills);
            }

            await processes.StartAsync(name => name is "operations");
            return walk;
        }
        catch
        {
            processes.Dispose();
            throw;
        }
    }

    /// <summary>Walks the dates with games. The kills are spread evenly over their moments; what a moment had no work for comes at the next, or at the end.</summary>
    /// <param name="plan">Who and when.</param>
    /// <param name="kills">How many.</param>
    /// <param name="end">Ends a process, and begins it again; null for <see cref="PipelineProcess.KillAsync"/>.</param>
    public async Task WalkAsync(KillPlan plan, int kills, Func<PipelineProcess, Task>? end = null)
    {
        _end = end ?? _end;
        var moments = _league.Days.SelectMany(date => Moments.All.Select(moment => (date, moment))).ToArray();
        for (var place = 0; place < moments.Length; place++)
        {
            var goal = (int)((long)kills * (place + 1) / moments.Length);
            await ReachAsync(moments[place].date, [moments[place].moment], token => KillAsync(plan, goal, token));
        }

        while (_kills.Values.Sum() < kills)
        {
            await KillAsync(plan.Next(Processes.All.Count).Victim);
        }

        await RestAsync(_league.Days.To);
    }

    public async ValueTask DisposeAsync()
    {
        Processes.Dispose();
        await _stores.DisposeAsync();
    }

    private static Task NoKills(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ReachAsync(GameDate date, IReadOnlyList<Moment> moments, Func<CancellationToken, Task> killAsync)
    {
        foreach (var moment in moments)
        {
            using var done = new CancellationTokenSource(Patience);
            var killing = killAsync(done.Token);
            await _walker.ReachAsync(date, moment, visit: 1, done.Token);
            await RestAsync(date);
            await done.CancelAsync();
            await killing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (killing.IsFaulted)
            {
                await killing;
            }

            // The last one may have been killed when all was done.
            await RestAsync(date);
        }
    }

    private async Task KillAsync(KillPlan plan, int goal, CancellationToken cancellationToken)
    {
        while (_kills.Values.Sum() < goal)
        {
            var (work, victim) = plan.Next(Processes.All.Count);
            await Processes.WorkAsync(work, cancellationToken);
            await KillAsync(victim);
            AtWork++;
        }
    }

    private async Task KillAsync(int victim)
    {
        var process = Processes.All[victim];
        await _end(process);
        _kills[process.Name] = _kills.GetValueOrDefault(process.Name) + 1;
    }

    // Only the end of its lease says of a unit that its holder is gone: so long it is waited for, and asked for again by the tick as everywhere.
    private async Task RestAsync(GameDate date)
    {
        using var patience = new CancellationTokenSource(Patience);
        var dates = new GameDateRange(_league.Lead.From, date);
        IReadOnlyList<string> problems = [];
        try
        {
            while (true)
            {
                await Processes.ReadyAsync(patience.Token);
                await _broker.WaitUntilIdleAsync(patience.Token);
                var report = await _watcher.Tick.RunAsync(dates, now: null, patience.Token);
                problems = await AtRest.ProblemsAsync(_stores.Ports.State, _broker, patience.Token);
                if (report.Hints == 0 && problems.Count == 0)
                {
                    return;
                }

                await Task.Delay(_stores.Broker.Options.PollInterval, TimeProvider.System, patience.Token);
            }
        }
        catch (OperationCanceledException late) when (patience.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{date} did not come to rest:\n{string.Join('\n', problems)}", late);
        }
    }
}
