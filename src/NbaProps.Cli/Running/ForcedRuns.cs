using Microsoft.Extensions.Logging;

using NbaProps.Cli.Commands;
using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Cli.Running;

/// <summary>Runs units again, through the runtime: makes them forget that they are current, and asks for a look.</summary>
internal sealed class ForcedRuns : IAsyncDisposable
{
    private const string Origin = "rerun";

    private readonly SourceSession? _source;
    private readonly ILoggerFactory _loggers;

    private ForcedRuns(SourceSession? source, ILoggerFactory loggers, LocalPipeline pipeline) => (_source, _loggers, Pipeline) = (source, loggers, pipeline);

    public LocalPipeline Pipeline { get; }

    /// <summary>Opens the folder and starts the services.</summary>
    /// <param name="context">The command.</param>
    /// <param name="source">Where scrapers fetch from; null when none runs again.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ForcedRuns> OpenAsync(CommandContext context, string? source, CancellationToken cancellationToken)
    {
        var options = CliLogging.Quiet(context.Options);
        var session = source is null ? null : await SourceSession.OpenAsync(source, options, cancellationToken);
        var local = (session?.Options ?? options) with { Ports = options.Ports with { Base = 0 } };
        var loggers = CliLogging.Create(local, context.Inputs);
        var clock = session?.Clock ?? options.Clock.Create(TimeProvider.System);
        return new ForcedRuns(session, loggers, await LocalPipeline.StartAsync(local, context.Inputs, clock, TimeProvider.System, loggers, cancellationToken));
    }

    /// <summary>The units of some processors over some dates that have begun.</summary>
    public async Task<IReadOnlyList<UnitKey>> UnitsAsync(
        IReadOnlyList<ProcessorDeclaration> processors, GameDateRange range, GameId? game, CancellationToken cancellationToken)
    {
        var outputs = await Pipeline.Tick.CompareAsync(range, now: null, cancellationToken);
        return outputs
            .Where(output => output.State != ExpectedState.NotDue)
            .Select(output => output.Unit)
            .Where(unit => processors.Any(processor => string.Equals(processor.Name, unit.Processor, StringComparison.Ordinal)))
            .Where(unit => game is null || unit.Partition.Game is null || unit.Partition.Game == game)
            .ToArray();
    }

    /// <summary>Runs them again and waits until everything that follows has come to rest.</summary>
    public async Task<IReadOnlyList<UnitKey>> RunAsync(
        IReadOnlyList<ProcessorDeclaration> processors, GameDateRange range, GameId? game, CancellationToken cancellationToken)
    {
        var units = await UnitsAsync(processors, range, game, cancellationToken);
        foreach (var phase in units.GroupBy(unit => Pipeline.Watcher.Manifest.Processor(unit.Processor).Phase).OrderBy(group => group.Key))
        {
            if (phase.Key == Phase.Scrapers)
            {
                await ScrapeAsync([.. phase], cancellationToken);
            }
            else
            {
                await LookAsync([.. phase], cancellationToken);
            }
        }

        await ComeToRestAsync(range, cancellationToken);
        return units;
    }

    /// <summary>Those of the units whose output is not there, with its state and cause; a line each.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(IReadOnlyList<UnitKey> units, GameDateRange range, CancellationToken cancellationToken) =>
        [.. (await Pipeline.Tick.CompareAsync(range, now: null, cancellationToken))
            .Where(output => units.Contains(output.Unit))
            .Where(output => output.State is not (ExpectedState.Complete or ExpectedState.EmptyOk or ExpectedState.Degraded or ExpectedState.NotDue))
            .Select(output => $"{output.Unit} is {output.State}: {output.Cause}")];

    /// <summary>Waits until everything has come to rest, what the tick still finds included.</summary>
    public async Task ComeToRestAsync(GameDateRange range, CancellationToken cancellationToken)
    {
        await Pipeline.WaitUntilIdleAsync(cancellationToken);
        await Pipeline.Tick.RunAsync(range, now: null, cancellationToken);
        await Pipeline.WaitUntilIdleAsync(cancellationToken);
        await Pipeline.Watcher.Export.RunAsync(await Pipeline.Tick.CompareAsync(range, now: null, cancellationToken), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Pipeline.DisposeAsync();
        if (_source is { } source)
        {
            await source.DisposeAsync();
        }

        _loggers.Dispose();
    }

    // A folder of past seasons can be asked as of each moment again; a live site only as of now, and what it says now takes nothing back.
    private async Task ScrapeAsync(IReadOnlyList<UnitKey> units, CancellationToken cancellationToken)
    {
        foreach (var unit in units)
        {
            var triggers = Pipeline.Watcher.Manifest.Processor(unit.Processor).Triggers;
            var day = await Pipeline.Days.FindAsync(unit.Partition.Date, cancellationToken);
            var visits = (day?.Visits ?? []).Where(visit => triggers.Contains(visit.Moment)).OrderBy(visit => visit.Moment).ToArray();
            foreach (var visit in _source is { IsLive: false } ? visits : visits.TakeLast(1))
            {
                _source?.SetNow(visit.AsOf);
                await UnitReset.ForgetAsync(Pipeline.Watcher.Ports.State, unit, visit.Moment, cancellationToken);
                await PublishAsync([unit], cancellationToken);
                await Pipeline.WaitUntilIdleAsync(cancellationToken);
            }
        }
    }

    private async Task LookAsync(IReadOnlyList<UnitKey> units, CancellationToken cancellationToken)
    {
        foreach (var unit in units)
        {
            await UnitReset.ForgetAsync(Pipeline.Watcher.Ports.State, unit, scraped: null, cancellationToken);
        }

        await PublishAsync(units, cancellationToken);
    }

    private Task PublishAsync(IReadOnlyList<UnitKey> units, CancellationToken cancellationToken) => Pipeline.Watcher.Ports.Bus.PublishAsync(
        Topics.Trigger(Pipeline.Watcher.Manifest.Processor(units[0].Processor).Phase),
        units.Select(unit => LookHint.Of(unit, string.Empty, Origin, null)).ToArray(),
        cancellationToken);
}
