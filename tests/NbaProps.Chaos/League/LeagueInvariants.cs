using NbaProps.Chaos.Harness;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Chaos.League;

/// <summary>What must hold once all is quiet.</summary>
internal static class LeagueInvariants
{
    /// <summary>What does not hold.</summary>
    /// <param name="world">The world, quiet.</param>
    /// <param name="league">Where it began.</param>
    /// <param name="outputs">What is expected, as the watcher saw it at last.</param>
    public static IEnumerable<string> Check(World world, PocketLeague league, IReadOnlyList<ExpectedOutput> outputs)
    {
        var documents = world.State.Dump();
        return Units(documents)
            .Concat(Outputs(outputs))
            .Concat(Runs(documents))
            .Concat(Incidents(documents))
            .Concat(QuietRebuild.Differences(world, league));
    }

    private static IEnumerable<string> Units(IReadOnlyList<Document> documents)
    {
        foreach (var unit in Read<UnitDocument>(documents, "units"))
        {
            if (unit.LeaseUntil is not null || unit.Open.Count > 0 || unit.Outbox.Count > 0 || unit.Wanted)
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
    private static IEnumerable<string> Incidents(IReadOnlyList<Document> documents) =>
        Read<Incident>(documents, "incidents").Where(incident => incident.IsOpen).Select(incident => $"the incident {incident.Key} is still open: {incident.Cause}");

    private static IEnumerable<T> Read<T>(IReadOnlyList<Document> documents, string collection) => documents
        .Where(document => string.Equals(document.Path.Collection, collection, StringComparison.Ordinal))
        .Select(document => StateJson.Read<T>(document.Json));
}
