using NbaProps.Chaos.Harness;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Simulator.Running;

namespace NbaProps.Chaos.League;

/// <summary>What must hold once all is quiet.</summary>
internal static class LeagueInvariants
{
    /// <summary>What does not hold.</summary>
    /// <param name="world">The world, quiet.</param>
    /// <param name="league">Where it began.</param>
    /// <param name="season">What was played in it.</param>
    /// <param name="upheavals">What went wrong beside messages, processes and calls.</param>
    /// <param name="outputs">What is expected, as the watcher saw it at last.</param>
    /// <param name="computed">What was computed before; null where all is computed anew.</param>
    public static IEnumerable<string> Check(World world, PocketLeague league, SimulatedSeason season, Upheavals upheavals, IReadOnlyList<ExpectedOutput> outputs, ComputedUnits? computed)
    {
        var documents = world.State.Dump();
        var isFaulty = upheavals.Script.Faults.Count > 0;
        return Units(documents, isFaulty)
            .Concat(isFaulty ? Explained(outputs) : Outputs(outputs))
            .Concat(Runs(documents))
            .Concat(isFaulty ? Reasoned(documents, outputs) : Incidents(documents, outputs))
            .Concat(PlayedPoints.Wrong(world, season))
            .Concat(upheavals.Deployment is null ? [] : world.Processes.Where(process => process.Build < 2).Select(process => $"{process.Name} still runs the old build"))
            .Concat(QuietRebuild.Differences(world, league, upheavals, outputs, computed));
    }

    private static IEnumerable<string> Units(IReadOnlyList<Document> documents, bool isFaulty)
    {
        foreach (var unit in Read<UnitDocument>(documents, "units"))
        {
            // Whose source is broken since a write of it was cut off does not know which rows stand, and its readers must not take them for its output.
            var isOpen = unit.Open.Count > 0 && !(isFaulty && unit.Outcome == RunState.Failed);
            if (unit.LeaseUntil is not null || isOpen || unit.Outbox.Count > 0 || unit.Wanted)
            {
                yield return $"{unit.Unit} is not at rest: lease {unit.LeaseUntil}, open [{string.Join(',', unit.Open)}], outbox {unit.Outbox.Count}, wanted {unit.Wanted}";
            }

            if (unit.Reason.Length == 0)
            {
                yield return $"{unit.Unit} ended {unit.Outcome} and does not say why";
            }
        }
    }

    // The upstreams have answered everything in the end. What a scraper lacks, because it was not answered at its last moment, is named.
    private static IEnumerable<string> Outputs(IReadOnlyList<ExpectedOutput> outputs) => outputs
        .Where(output => output.State is not (ExpectedState.Complete or ExpectedState.EmptyOk or ExpectedState.NotDue or ExpectedState.Degraded) || output.Cause.Length == 0)
        .Select(output => $"{output.Unit} is {output.State}: {output.Cause}");

    // A source that failed may not have come back. What is not there says why, and in the end waits for a scraper, or for what one of them brought.
    private static IEnumerable<string> Explained(IReadOnlyList<ExpectedOutput> outputs)
    {
        var known = outputs.ToDictionary(output => output.Unit);
        foreach (var output in outputs.Where(output => !IsThere(output) && output.State != ExpectedState.NotDue))
        {
            var root = output;
            while (root.WaitsFor is { } waitsFor && known.TryGetValue(waitsFor, out var next) && next != root)
            {
                root = next;
            }

            if (output.Cause.Length == 0 || root.Cause.Length == 0)
            {
                yield return $"{output.Unit} is {output.State} and does not say why";
            }
            else if (NbaPipeline.Manifest.Processor(root.Unit.Processor).Phase > Phase.RawProcessors && root.State != ExpectedState.Blocked)
            {
                yield return $"{output.Unit} is {output.State}, and no source is the reason: {root.Unit}: {root.Cause}";
            }
        }
    }

    // What lasts is told of, and what is told of lasts.
    private static IEnumerable<string> Reasoned(IReadOnlyList<Document> documents, IReadOnlyList<ExpectedOutput> outputs)
    {
        var open = Read<Incident>(documents, "incidents").Where(incident => incident.IsOpen).ToArray();
        var keys = open.Select(incident => incident.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var incident in open.Where(incident => incident.Cause.Length == 0 || !outputs.Any(output => IsReason(output, incident.Key) || IsLostStill(output, incident.Key, outputs))))
        {
            yield return $"the incident {incident.Key} is still open: {incident.Cause}";
        }

        foreach (var output in outputs.Where(output => output is { IsTrouble: true, WaitsFor: null } && !IsThere(output)))
        {
            var processor = output.Unit.Processor;
            var lost = outputs.Where(other => string.Equals(other.Unit.Processor, processor, StringComparison.Ordinal) && IsLostStill(other, other.Unit.ToString(), outputs)).Select(other => other.Unit.ToString());
            if (!keys.Overlaps([output.Unit.ToString(), $"contract|{processor}", $"circuit|{processor}", .. lost]) && output.Contract is not { Break: not null })
            {
                yield return $"{output.Unit} is {output.State} and nobody was told: {output.Cause}";
            }
        }
    }

    private static bool IsReason(ExpectedOutput output, string key) => key.Split('|') switch
    {
        ["contract", var scraper] => string.Equals(scraper, output.Unit.Processor, StringComparison.Ordinal) && output.Contract is { Break: not null },
        ["circuit", var processor] => string.Equals(processor, output.Unit.Processor, StringComparison.Ordinal) && !IsThere(output),
        ["gate", var gate] => string.Equals(gate, output.Unit.Processor, StringComparison.Ordinal),
        _ => string.Equals(key, output.Unit.ToString(), StringComparison.Ordinal) && !IsThere(output),
    };

    // What was not brought in time is told of until its source brings something.
    private static bool IsLostStill(ExpectedOutput output, string key, IReadOnlyList<ExpectedOutput> outputs) =>
        output.IsLost && (string.Equals(key, output.Unit.ToString(), StringComparison.Ordinal) || string.Equals(key, $"circuit|{output.Unit.Processor}", StringComparison.Ordinal))
        && !outputs.Any(other => string.Equals(other.Unit.Processor, output.Unit.Processor, StringComparison.Ordinal) && other.BroughtAt > output.EndedAt);

    /// <summary>Whether an output is there, or rightly empty.</summary>
    internal static bool IsThere(ExpectedOutput output) => output is { State: ExpectedState.Complete or ExpectedState.EmptyOk } or { State: ExpectedState.Degraded, IsPartial: false };

    private static IEnumerable<string> Runs(IReadOnlyList<Document> documents)
    {
        foreach (var row in Read<LedgerRow>(documents, "ledger"))
        {
            if (row.State == RunState.Running)
            {
                yield return $"run {row.RunId} of {row.Unit} never ended";
            }
            else if (row.Reason.Length == 0)
            {
                yield return $"run {row.RunId} of {row.Unit} ended {row.State} and does not say why";
            }
        }
    }

    // All is there: nothing may still be told as missing.
    private static IEnumerable<string> Incidents(IReadOnlyList<Document> documents, IReadOnlyList<ExpectedOutput> outputs) =>
        Read<Incident>(documents, "incidents").Where(incident => incident.IsOpen && !outputs.Any(output => IsLostStill(output, incident.Key, outputs))).Select(incident => $"the incident {incident.Key} is still open: {incident.Cause}");

    private static IEnumerable<T> Read<T>(IReadOnlyList<Document> documents, string collection) => documents
        .Where(document => string.Equals(document.Path.Collection, collection, StringComparison.Ordinal))
        .Select(document => StateJson.Read<T>(document.Json));
}
