using System.Globalization;

using NbaProps.Chaos.Harness;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Chaos.League;

/// <summary>
/// Somebody who asks for dates of the past while the day is played, by the same steps as the commands: a processor or a phase again, a source again, or some dates walked
/// once more. A command that fails is not typed again: what it has begun, the tick ends.
/// </summary>
internal sealed class Operator(LeagueProcesses processes, PocketLeague league)
{
    private static readonly ProcessRole Role = new("operator", 0, new Dictionary<string, string?>(StringComparer.Ordinal));
    private int _came;

    /// <summary>One to three commands at moments between two.</summary>
    public IEnumerable<(DateTimeOffset At, Action<World> Happen)> Plan(SplitMix random, DateTimeOffset from, DateTimeOffset until)
    {
        for (var left = 1 + random.Below(3); left > 0; left--)
        {
            var (kind, length, phase, any) = (random.Below(4), random.Below(2), (Phase)(2 + random.Below(4)), random.Below(1000));
            yield return (from + ((until - from) * random.Below(950) / 1000), world => Come(world, kind, length, phase, any));
        }
    }

    private void Come(World world, int kind, int length, Phase phase, int any)
    {
        var first = league.Season.Games[0].Scheduled.Date;
        var from = first.AddDays(any % 3);
        var range = new GameDateRange(from, from.AddDays(length) is var to && to > league.Date.AddDays(-1) ? league.Date.AddDays(-1) : to);
        var scrapers = NbaPipeline.Manifest.Processors.Where(processor => processor.Phase == Phase.Scrapers).ToArray();
        var others = NbaPipeline.Manifest.Processors.Where(processor => processor.Phase == phase).ToArray();
        var guest = processes.Start(world, Role, string.Create(CultureInfo.InvariantCulture, $"operator{++_came}"));
        var (what, task) = kind switch
        {
            0 => ($"phase {(int)phase}", AgainAsync(guest.Runtime, others, range)),
            1 => (others[any % others.Length].Name, AgainAsync(guest.Runtime, [others[any % others.Length]], range)),
            2 => (scrapers[any % scrapers.Length].Name, AgainAsync(guest.Runtime, [scrapers[any % scrapers.Length]], range)),
            _ => ("every moment", WalkAsync(guest.Runtime, range)),
        };
        world.Strike(kind == 3 ? "past dates walked again" : "past dates run again");
        world.Note($"{guest.Name} asks for {what} of {range.From}..{range.To} again");
        world.Visit(guest, task);
    }

    private async Task AgainAsync(PipelineRuntime runtime, IReadOnlyList<ProcessorDeclaration> processors, GameDateRange range)
    {
        var units = (await runtime.Tick.CompareAsync(range, now: null, CancellationToken.None))
            .Where(output => output.HasBegun && processors.Any(processor => string.Equals(processor.Name, output.Unit.Processor, StringComparison.Ordinal)))
            .Select(output => output.Unit)
            .ToArray();
        foreach (var unit in units)
        {
            var declaration = runtime.Manifest.Processor(unit.Processor);
            var visits = declaration.Phase == Phase.Scrapers ? await runtime.Days.VisitsAsync(unit.Partition.Date, declaration.Triggers, CancellationToken.None) : [];
            await UnitReset.ForgetAsync(runtime.Ports.State, unit, visits is [.., var newest] ? newest.Trigger : null, CancellationToken.None);
        }

        foreach (var phase in units.GroupBy(unit => runtime.Manifest.Processor(unit.Processor).Phase).OrderBy(phase => phase.Key))
        {
            await runtime.Ports.Bus.PublishAsync(
                Topics.Trigger(phase.Key), [.. phase.Select(unit => LookHint.Of(unit, string.Empty, "rerun", asOf: null, quiet: true))], CancellationToken.None);
        }
    }

    // Days that have reached the moment already: a walk does not take a day past where it is.
    private static async Task WalkAsync(PipelineRuntime runtime, GameDateRange range)
    {
        foreach (var day in await runtime.Days.ListAsync(range, CancellationToken.None))
        {
            foreach (var visit in day.Visits.OrderBy(visit => visit.Moment))
            {
                await runtime.Days.ReachAsync(day.Date, visit.Moment, visit.AsOf, visit.Visit + 1, "walk", visit.Began, CancellationToken.None);
                await runtime.Ports.Bus.PublishAsync(
                    Topics.Trigger(Phase.Scrapers),
                    [.. runtime.Manifest.TriggeredBy(day.Date, visit.Moment).Select(unit => LookHint.Of(unit, "walk", "walk", visit.AsOf))],
                    CancellationToken.None);
            }
        }
    }
}
