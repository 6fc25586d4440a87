using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Shared.Pipeline.Healing;

/// <summary>
/// A processor, or the source of a scraper, whose units have failed as often as each is tried. From then on one at a time is asked for, as a probe; once one of
/// the processor's units brought something, all are asked for again, so that it closes when the upstream has data. It is computed from what is there, never stored,
/// so that nothing is left open by mistake.
/// </summary>
/// <param name="Processor">Name of the declaration.</param>
/// <param name="Failing">The units that are held back, least recently tried first; at least one.</param>
public sealed record CircuitBreaker(string Processor, IReadOnlyList<ExpectedOutput> Failing)
{
    /// <summary>When the next probe may be made, by the store's time; null when it may be made at once. The newest failure's wait, which doubles, counts for all.</summary>
    public DateTimeOffset? NextProbe => Failing[^1].NextAttempt;

    /// <summary>
    /// What is asked for as the probe; null when nothing of it is ready. The newest date, which somebody waits for, and in turn with it each of the others: dates
    /// that nobody has data of any more would keep it waiting for as many hours as there are of them.
    /// </summary>
    public ExpectedOutput? Probe => Failing.Where(output => output.IsReady).MaxBy(output => output.Unit.Partition.Date) is { } newest && newest.Unit.Partition.Date != Failing[^1].Unit.Partition.Date
        ? newest
        : Failing.FirstOrDefault(output => output.IsReady);

    /// <summary>Whether a probe is under way.</summary>
    public bool IsProbing => Failing.Any(output => output.State == ExpectedState.Running);

    /// <summary>The breakers that are open, in order of the processors' names.</summary>
    /// <param name="outputs">Every expected output; only those of one processor bear on another of its own.</param>
    public static IReadOnlyList<CircuitBreaker> Of(IEnumerable<ExpectedOutput> outputs) =>
    [
        .. outputs.GroupBy(output => output.Unit.Processor, StringComparer.Ordinal)
            .Select(processor => new CircuitBreaker(processor.Key, FailingOf([.. processor])))
            .Where(breaker => breaker.Failing.Count > 0)
            .OrderBy(breaker => breaker.Processor, StringComparer.Ordinal),
    ];

    /// <summary>The outputs as a tick may act on them: of what is held back nothing but the probe, and all that was held back before something came.</summary>
    /// <param name="outputs">Every expected output.</param>
    /// <param name="now">The store's time.</param>
    internal static IReadOnlyList<ExpectedOutput> Hold(IReadOnlyList<ExpectedOutput> outputs, DateTimeOffset now)
    {
        var held = new HashSet<UnitKey>();
        var asked = new HashSet<UnitKey>();
        foreach (var breaker in Of(outputs))
        {
            held.UnionWith(breaker.Failing.Select(output => output.Unit));
            if (!breaker.IsProbing && !(breaker.NextProbe > now) && breaker.Probe is { } probe)
            {
                asked.Add(probe.Unit);
            }
        }

        return
        [
            .. outputs.Select(output => output is { IsTriedOut: true, State: ExpectedState.Failed or ExpectedState.Degraded }
                ? output with { Actionable = output.IsLoose || (output.IsReady && (asked.Contains(output.Unit) || !held.Contains(output.Unit))) }
                : output),
        ];
    }

    private static IReadOnlyList<ExpectedOutput> FailingOf(IReadOnlyList<ExpectedOutput> outputs)
    {
        var brought = outputs.Max(output => output.BroughtAt);
        return
        [
            .. outputs.Where(output => output.IsTriedOut && !(brought > output.EndedAt))
                .OrderBy(output => output.EndedAt)
                .ThenBy(output => output.Unit.ToString(), StringComparer.Ordinal),
        ];
    }
}
