using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Healing;

/// <summary>How long a processor's runs take: one document for each processor, with its newest runs.</summary>
public sealed record RunBaseline
{
    internal const string Collection = "run_baselines";
    private const int Kept = 50;
    private const int Fewest = 5;
    private const double Percentile = 0.95;

    /// <summary>Name of the declaration.</summary>
    public required string Processor { get; init; }

    /// <summary>Seconds that the newest runs with an output took, oldest first; at most fifty.</summary>
    public IReadOnlyList<double> Seconds { get; init; } = [];

    /// <summary>What nineteen of twenty runs do not exceed; null while there are fewer than five.</summary>
    public TimeSpan? Usual => Seconds.Count < Fewest ? null : TimeSpan.FromSeconds(Seconds.Order().ElementAt((int)Math.Ceiling(Percentile * Seconds.Count) - 1));

    /// <summary>With further runs, the oldest left out.</summary>
    public RunBaseline With(IEnumerable<TimeSpan> durations) => this with { Seconds = [.. Seconds.Concat(durations.Select(duration => duration.TotalSeconds)).TakeLast(Kept)] };

    internal static DocumentPath PathOf(string processor) => new(Collection, processor);
}
