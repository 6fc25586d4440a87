using NbaProps.Embedded.Broker;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.EndToEnd.Killing;

/// <summary>What must hold of a folder in which nothing happens any more.</summary>
internal static class AtRest
{
    /// <summary>What does not hold: a unit that is held or has something to say, a run without an end, a message that was not taken or was given up.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IStateStore state, IBrokerProbe broker, CancellationToken cancellationToken)
    {
        List<string> problems = [];
        foreach (var document in await state.QueryAsync(new DocumentQuery(UnitKey.Collection), cancellationToken))
        {
            var unit = StateJson.Read<UnitDocument>(document.Json);
            if (unit.LeaseUntil is not null || unit.Open.Count > 0 || unit.Outbox.Count > 0 || unit.Wanted)
            {
                problems.Add($"{unit.Unit} is not at rest: lease {unit.LeaseUntil:O}, open {unit.Open.Count}, outbox {unit.Outbox.Count}, wanted {unit.Wanted}");
            }
        }

        var ledger = await new RunLedger(state).SinceAsync(DateTimeOffset.MinValue, cancellationToken);
        problems.AddRange(ledger.Where(run => run.State == RunState.Running || run.EndedAt is null).Select(run => $"run {run.RunId} of {run.Unit} never ended"));
        var depth = await broker.GetDepthAsync(cancellationToken);
        problems.AddRange(depth.Subscriptions.Where(one => one is not { Ready: 0, InFlight: 0, Waiting: 0, DeadLettered: 0 }).Select(one => $"messages: {one}"));
        return problems;
    }
}
