using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>What a run saw of its inputs: enough to tell whether they can be read, whether they have changed, and whether they moved meanwhile.</summary>
/// <param name="NotReady">Why the inputs cannot be read now; null when they can.</param>
/// <param name="WaitsFor">The unit behind <paramref name="NotReady"/>.</param>
/// <param name="Facts">What the look saw, in the order in which it looked.</param>
/// <param name="Producers">The units behind each table input, by the table's full name.</param>
internal sealed record InputState(
    string? NotReady,
    UnitKey? WaitsFor,
    InputFacts Facts,
    IReadOnlyDictionary<string, IReadOnlyList<UnitDocument>> Producers)
{
    /// <summary>Hash of the generations, the declaration's version and its configuration.</summary>
    public string Fingerprint => Facts.Fingerprint;

    /// <summary>Hash of generations and tokens: differs when an input was acquired meanwhile, even if it ended with the same content.</summary>
    public string Movement => Facts.Movement;

    /// <summary>Why there is nothing to do; null when there is.</summary>
    public string? NotNeeded { get; init; }

    /// <summary>
    /// The aliases that the fingerprint stands for, and so those that the run computes with: read a second time they might be others, changed back by the
    /// time of the last look. Null where none are declared.
    /// </summary>
    public NameAliases? Aliases { get; init; }

    /// <summary>The declaration's triggers that have come, in its order.</summary>
    public IReadOnlyList<TriggerVisit> Visits { get; init; } = [];
}
