using NbaProps.Cli.Commands;
using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Cli.Running;

/// <summary>Runs units again, through the runtime: makes them forget that they are current, and asks for a look.</summary>
internal sealed class ForcedRuns : IAsyncDisposable
{
    private ForcedRuns(LocalPipeline pipeline) => Pipeline = pipeline;

    public LocalPipeline Pipeline { get; }

    public static async Task<ForcedRuns> OpenAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = CliLogging.Quiet(context.Options);
        var local = options with { Ports = options.Ports with { Base = 0 } };
        return new ForcedRuns(await LocalPipeline.StartAsync(local, context.Inputs, TimeProvider.System, CliLogging.Create(local, context.Inputs), cancellationToken));
    }

    /// <summary>The units of some processors over some dates that have begun.</summary>
    public async Task<IReadOnlyList<UnitKey>> UnitsAsync(
        IReadOnlyList<ProcessorDeclaration> processors, GameDateRange range, GameId? game, CancellationToken cancellationToken)
    {
        var outputs = await Pipeline.Tick.CompareAsync(range, now: null, cancellationToken);
        return outputs
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
        foreach (var unit in units)
        {
            await UnitReset.ForgetAsync(Pipeline.Watcher.Ports.State, unit, cancellationToken);
        }

        foreach (var phase in units.GroupBy(unit => Pipeline.Watcher.Manifest.Processor(unit.Processor).Phase).OrderBy(group => group.Key))
        {
            var messages = phase.Select(unit => LookHint.Of(unit, string.Empty, "rerun", null)).ToArray();
            await Pipeline.Watcher.Ports.Bus.PublishAsync(Topics.Trigger(phase.Key), messages, cancellationToken);
        }

        await Pipeline.WaitUntilIdleAsync(cancellationToken);
        await Pipeline.Tick.RunAsync(range, now: null, cancellationToken);
        await Pipeline.WaitUntilIdleAsync(cancellationToken);
        return units;
    }

    public ValueTask DisposeAsync() => Pipeline.DisposeAsync();
}
