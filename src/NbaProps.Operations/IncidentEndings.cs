using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Operations;

/// <summary>Says of incidents that last whether they are over, and why. Running, waiting or trying again is not yet there: an all-clear must be one.</summary>
internal sealed class IncidentEndings
{
    private readonly PipelineManifest _manifest;
    private readonly IReadOnlyList<ExpectedOutput> _outputs;
    private readonly SourceContracts _contracts;
    private readonly IReadOnlyList<GateWarning> _warnings;
    private readonly Dictionary<string, ExpectedOutput> _known;
    private readonly HashSet<Domain.Calendar.GameDate> _dates;
    private readonly Dictionary<string, DateTimeOffset?> _brought;

    /// <summary>Compares with what is expected.</summary>
    /// <param name="manifest">The pipeline.</param>
    /// <param name="outputs">Every expected output of some dates.</param>
    /// <param name="contracts">The sources that have changed.</param>
    /// <param name="warnings">The gates that are open with a warning.</param>
    public IncidentEndings(PipelineManifest manifest, IReadOnlyList<ExpectedOutput> outputs, SourceContracts contracts, IReadOnlyList<GateWarning> warnings)
    {
        (_manifest, _outputs, _contracts, _warnings) = (manifest, outputs, contracts, warnings);
        _known = outputs.ToDictionary(output => output.Unit.ToString(), StringComparer.Ordinal);
        _dates = [.. outputs.Select(output => output.Unit.Partition.Date)];
        _brought = outputs.GroupBy(output => output.Unit.Processor, StringComparer.Ordinal).ToDictionary(processor => processor.Key, processor => processor.Max(output => output.BroughtAt), StringComparer.Ordinal);
    }

    /// <summary>Why an incident is over; null while it lasts, or when these outputs say nothing of it.</summary>
    public string? Of(string key)
    {
        if (ChangedSource.ScraperOf(key) is { } scraper)
        {
            return _brought.ContainsKey(scraper) && !_contracts.HasChanged(scraper) ? "What the source sends is accepted again." : null;
        }

        if (OpenCircuit.ProcessorOf(key) is { } processor)
        {
            return OfCircuit(processor);
        }

        if (GateWarning.GateOf(key) is { } gate)
        {
            return _brought.ContainsKey(gate) && !_warnings.Any(warning => warning.Is(gate)) ? "The gate is open without a warning." : null;
        }

        return UnitOf(key) is { } unit ? OfUnit(unit) : null;
    }

    /// <summary>The processor of a unit's incident that lasts although the unit is not tried any more: nothing has come from its source since.</summary>
    public string? LostBy(string key) => _known.TryGetValue(key, out var output) && IsLostStill(output) ? output.Unit.Processor : null;

    private string? OfCircuit(string processor)
    {
        var own = _outputs.Where(output => string.Equals(output.Unit.Processor, processor, StringComparison.Ordinal)).ToArray();
        return own.Length == 0 || own.Any(output => (output.Attempts > 0 && !IsThere(output)) || IsLostStill(output)) ? null
            : own.Any(output => output.IsLost) ? "Nothing of it is tried again; some of it was not brought in time, or was given up."
            : "All of its outputs are there.";
    }

    private string? OfUnit(UnitKey unit)
    {
        if (_known.TryGetValue(unit.ToString(), out var output))
        {
            return !IsThere(output) || IsLostStill(output) ? null : output.IsLost ? $"It cannot come any more: {output.Cause}." : "The output is there.";
        }

        if (!_dates.Contains(unit.Partition.Date))
        {
            return null;
        }

        // Of a processor that works game by game a date stands for its games until they are known.
        var processor = _manifest.Processor(unit.Processor);
        if (processor.GamesFrom is { } games && unit.Partition.Game is null)
        {
            var own = _outputs.Where(other => string.Equals(other.Unit.Processor, unit.Processor, StringComparison.Ordinal) && other.Unit.Partition.Date == unit.Partition.Date).ToArray();
            var isListed = _known.TryGetValue(new UnitKey(games.Name, unit.Partition).ToString(), out var list) && IsThere(list);
            return isListed && own.All(IsThere) ? "The output is there." : null;
        }

        // A game that is put off leaves with its units: what was wrong with them is nobody's any more.
        return "It is not expected any more.";
    }

    private bool IsLostStill(ExpectedOutput output) => output.IsLost && !(_brought[output.Unit.Processor] > output.EndedAt);

    // Other kinds of incidents have a bar in their keys too: theirs is no processor's name.
    private UnitKey? UnitOf(string key) => _manifest.Find(key.Split('|')[0]) is null ? null : UnitKey.Parse(key);

    private static bool IsThere(ExpectedOutput output) => output is { State: ExpectedState.Complete or ExpectedState.EmptyOk } or { State: ExpectedState.Degraded, IsPartial: false };
}
