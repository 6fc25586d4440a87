using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>
/// Takes an installation over from processes that are gone: leases end at once, and so do waits for a next attempt. Without it a command that was
/// killed would have to wait for its own leases. It is safe even where a holder still lives: fencing lets none of its writes through.
/// </summary>
public static class Takeover
{
    /// <summary>Ends leases and waits.</summary>
    /// <param name="state">Where the units are.</param>
    /// <param name="cancellationToken">Ends the takeover; what was not reached keeps its lease until it runs out.</param>
    /// <returns>How many units were set free.</returns>
    public static async Task<int> RunAsync(IStateStore state, CancellationToken cancellationToken)
    {
        var freed = 0;
        var now = await state.TimeAsync(cancellationToken);
        foreach (var stored in await state.QueryAsync(new DocumentQuery(UnitKey.Collection), cancellationToken))
        {
            var unit = StateJson.Read<UnitDocument>(stored.Json);
            if (unit is { LeaseUntil: null, NextAttempt: null })
            {
                continue;
            }

            // A lease in the past, not none: the next run closes its predecessor by it, and the comparison sees that something was left.
            var free = unit with { LeaseUntil = unit.LeaseUntil is null ? null : DateTimeOffset.UnixEpoch, NextAttempt = null, TriedTimes = 0 };

            // Whoever changed the unit meanwhile lives.
            var write = UnitWrites.Of(free, now, Precondition.VersionIs(stored.Version));
            if (await state.CommitAsync([write], cancellationToken) is CommitResult.Committed)
            {
                freed++;
            }
        }

        return freed;
    }
}
