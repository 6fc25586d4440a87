using NbaProps.Chaos.Harness;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Chaos.League;

/// <summary>What must hold once all is quiet.</summary>
internal static class LeagueInvariants
{
    public static IEnumerable<string> Check(World world, PocketLeague league)
    {
        var documents = world.State.Dump();
        foreach (var unit in Read<UnitDocument>(documents, "units"))
        {
            if (unit.LeaseUntil is not null || unit.Open.Count > 0 || unit.Outbox.Count > 0 || unit.Wanted)
            {
                yield return $"{unit.Unit} is not at rest: lease {unit.LeaseUntil}, open [{string.Join(',', unit.Open)}], outbox {unit.Outbox.Count}, wanted {unit.Wanted}";
            }

            if (!unit.Outcome.HasOutput() || unit.Reason.Length == 0)
            {
                yield return $"{unit.Unit} ended {unit.Outcome}: {unit.Reason}";
            }
        }

        foreach (var row in Read<LedgerRow>(documents, "ledger").Where(row => row.State == RunState.Running))
        {
            yield return $"run {row.RunId} of {row.Unit} never ended";
        }

        foreach (var difference in QuietRebuild.Differences(world, league))
        {
            yield return difference;
        }
    }

    private static IEnumerable<T> Read<T>(IReadOnlyList<Document> documents, string collection) => documents
        .Where(document => string.Equals(document.Path.Collection, collection, StringComparison.Ordinal))
        .Select(document => StateJson.Read<T>(document.Json));
}
