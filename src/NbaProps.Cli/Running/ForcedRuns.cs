using System.Globalization;

using Microsoft.Extensions.Logging;

using NbaProps.Cli.Commands;
using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Embedded.Broker;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Simulator.Faults;

namespace NbaProps.Cli.Running;

/// <summary>
/// Runs units again, through the runtime: makes them forget that they are current, and asks for a look. The services of this process do the work, or
/// those of the process that dispatches messages in the folder already.
/// </summary>
internal sealed class ForcedRuns : IAsyncDisposable
{
    private const string Origin = "rerun";
    private const int MostRounds = 5;

    // The discard port: nothing listens there.
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    private readonly SourceSession? _source;
    private readonly Dispatching _dispatching;
    private readonly ILoggerFactory _loggers;

    private ForcedRuns(SourceSession? source, Dispatching dispatching, ILoggerFactory loggers) => (_source, _dispatching, _loggers) = (source, dispatching, loggers);

    /// <summary>A runtime that runs no phase.</summary>
    public PipelineRuntime Watcher => _dispatching.Watcher;

    /// <summary>Opens the folder and, unless another process does the work, starts the services.</summary>
    /// <param name="context">The command.</param>
    /// <param name="scrapes">Whether scrapers are to run.</param>
    /// <param name="source">Where scrapers fetch from; null when none was named.</param>
    /// <param name="first">The first date.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ForcedRuns> OpenAsync(CommandContext context, bool scrapes, string? source, GameDate? first, CancellationToken cancellationToken)
    {
        context.RequireDataFolder();
        var options = CliLogging.Quiet(context.Options);
        if (Dispatching.Holder(options) is { } holder)
        {
            return await OpenElsewhereAsync(context, options, holder, source, cancellationToken);
        }

        if (scrapes && source is null)
        {
            throw new UsageException("Scrapers need to know where they fetch from: accepted is --source live, --source sim[:seed], or --source archive:DIR");
        }

        var session = scrapes ? await SourceSession.OpenAsync(source, FaultRates.None, options, first, cancellationToken) : null;

        // A message of a scraper may still wait from a process that was killed: without a source it must not be answered by whatever is configured.
        var local = (session?.Options ?? SourceSession.ServedBy(Nowhere, options)) with { Ports = options.Ports with { Base = 0 } };
        var loggers = CliLogging.Create(local, context.Inputs);
        var clock = session?.Clock ?? options.Clock.Create(TimeProvider.System);
        var start = new PipelineStart(local, context.Inputs, clock, loggers) { Source = session?.Name, Pdfs = session?.Pdfs };
        return new ForcedRuns(session, await Dispatching.HereAsync(start, cancellationToken), loggers);
    }

    /// <summary>The units of some processors over some dates that have begun.</summary>
    public static async Task<IReadOnlyList<UnitKey>> UnitsAsync(
        PipelineRuntime watcher, IReadOnlyList<ProcessorDeclaration> processors, GameDateRange range, GameId? game, CancellationToken cancellationToken)
    {
        var outputs = await watcher.Tick.CompareAsync(range, now: null, cancellationToken);
        return outputs
            .Where(output => output.HasBegun)
            .Select(output => output.Unit)
            .Where(unit => processors.Any(processor => string.Equals(processor.Name, unit.Processor, StringComparison.Ordinal)))
            .Where(unit => game is null || unit.Partition.Game is null || unit.Partition.Game == game)
            .ToArray();
    }

    /// <summary>Runs them again and waits until everything that follows has come to rest.</summary>
    public async Task<IReadOnlyList<UnitKey>> RunAsync(
        IReadOnlyList<ProcessorDeclaration> processors, GameDateRange range, GameId? game, CancellationToken cancellationToken)
    {
        var units = await UnitsAsync(Watcher, processors, range, game, cancellationToken);
        foreach (var phase in units.GroupBy(unit => Watcher.Manifest.Processor(unit.Processor).Phase).OrderBy(group => group.Key))
        {
            if (phase.Key == Phase.Scrapers)
            {
                await ScrapeAsync([.. phase], game, cancellationToken);
            }
            else
            {
                await LookAsync([.. phase], cancellationToken);
            }
        }

        await ComeToRestAsync(range, cancellationToken);
        return units;
    }

    /// <summary>Those of the units whose output is not there, with its state and cause.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(IReadOnlyList<UnitKey> units, GameDateRange range, CancellationToken cancellationToken) =>
        [.. (await Watcher.Tick.CompareAsync(range, now: null, cancellationToken))
            .Where(output => units.Contains(output.Unit))
            .Where(output => output.IsMissing)
            .Select(output => $"{output.Unit} is {output.State}: {output.Cause}")];

    /// <summary>
    /// Waits until everything has come to rest, what the tick still finds included. Days after the range that read it as history are asked for here, each once,
    /// and not by each day that changed.
    /// </summary>
    public async Task ComeToRestAsync(GameDateRange range, CancellationToken cancellationToken)
    {
        await _dispatching.WaitUntilIdleAsync(cancellationToken);
        // What is asked for asks for what follows on its date; only a failure that is tried again, or a closed gate that is asked again, would be found for ever.
        for (var round = 0; round < MostRounds; round++)
        {
            var within = (await Watcher.Tick.RunAsync(range, now: null, cancellationToken)).Hints;
            var later = await AskLaterDaysAsync(range.To, cancellationToken);
            await _dispatching.WaitUntilIdleAsync(cancellationToken);
            if (within + later == 0)
            {
                break;
            }
        }

        await Watcher.Export.RunAsync(await Watcher.Tick.CompareAsync(range, now: null, cancellationToken), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _dispatching.DisposeAsync();
        if (_source is { } source)
        {
            await source.DisposeAsync();
        }

        _loggers.Dispose();
    }

    private static async Task<ForcedRuns> OpenElsewhereAsync(
        CommandContext context, NbaPropsOptions options, FolderHolder holder, string? source, CancellationToken cancellationToken)
    {
        if (source is not null)
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"--source {source} is not accepted while process {holder.ProcessId} runs the pipeline: its scrapers fetch from its own source. Leave --source out, or stop it first"));
        }

        await context.Errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Process {holder.ProcessId} runs the pipeline in this folder: it does the work."));
        var loggers = CliLogging.Create(options, context.Inputs);
        return new ForcedRuns(source: null, await Dispatching.ElsewhereAsync(options, context.Inputs, holder, loggers, cancellationToken), loggers);
    }

    // Of later days what is computed: what was to be fetched for them is none of this command's business, and its clock may stand before them.
    private async Task<int> AskLaterDaysAsync(GameDate after, CancellationToken cancellationToken)
    {
        var days = (await Watcher.Days.ListAsync(range: null, cancellationToken)).Select(day => day.Date).Where(date => date > after).ToArray();
        if (days.Length == 0)
        {
            return 0;
        }

        var stale = (await Watcher.Tick.CompareAsync(new GameDateRange(days.Min(), days.Max()), now: null, cancellationToken))
            .Where(output => output is { Actionable: true, State: ExpectedState.Expected or ExpectedState.Overdue or ExpectedState.Blocked })
            .Select(output => output.Unit)
            .Where(unit => Watcher.Manifest.Processor(unit.Processor).Phase != Phase.Scrapers)
            .ToArray();
        foreach (var phase in stale.GroupBy(unit => Watcher.Manifest.Processor(unit.Processor).Phase))
        {
            await PublishAsync([.. phase], cancellationToken);
        }

        return stale.Length;
    }

    // A folder of past seasons can be asked as of each moment again; a live site only as of now, and what it says now takes nothing back.
    private async Task ScrapeAsync(IReadOnlyList<UnitKey> units, GameId? game, CancellationToken cancellationToken)
    {
        foreach (var unit in units)
        {
            var visits = await Watcher.Days.VisitsAsync(unit.Partition.Date, Watcher.Manifest.Processor(unit.Processor).Triggers, cancellationToken);
            foreach (var visit in _source is { IsLive: false } ? visits : visits.TakeLast(1))
            {
                _source?.SetNow(visit.AsOf);
                await UnitReset.ForgetAsync(Watcher.Ports.State, unit, visit.Trigger, game?.ToString(), cancellationToken);
                await PublishAsync([unit], cancellationToken);
                await _dispatching.WaitUntilIdleAsync(cancellationToken);
            }
        }
    }

    private async Task LookAsync(IReadOnlyList<UnitKey> units, CancellationToken cancellationToken)
    {
        foreach (var unit in units)
        {
            await UnitReset.ForgetAsync(Watcher.Ports.State, unit, scraped: null, cancellationToken);
        }

        await PublishAsync(units, cancellationToken);
    }

    private Task PublishAsync(IReadOnlyList<UnitKey> units, CancellationToken cancellationToken) => Watcher.Ports.Bus.PublishAsync(
        Topics.Trigger(Watcher.Manifest.Processor(units[0].Processor).Phase),
        units.Select(unit => LookHint.Of(unit, string.Empty, Origin, null, quiet: true)).ToArray(),
        cancellationToken);
}
