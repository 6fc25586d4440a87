using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>Makes a unit forget that its output stands for its inputs, so that the next look computes it again. Its content stays until then.</summary>
public static class UnitReset
{
    /// <summary>Forgets the fingerprint.</summary>
    /// <param name="state">Where the unit is.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="scraped">For a scraper the trigger for which it shall fetch again, all of it; null for others.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    /// <returns>False when the unit has never run, or a run holds it now.</returns>
    public static Task<bool> ForgetAsync(IStateStore state, UnitKey unit, Trigger? scraped, CancellationToken cancellationToken) =>
        ForgetAsync(state, unit, scraped, item: null, cancellationToken);

    /// <summary>Forgets the fingerprint.</summary>
    /// <param name="state">Where the unit is.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="scraped">For a scraper the trigger for which it shall fetch again; null for others.</param>
    /// <param name="item">For a scraper the one item that it shall ask for; null for all.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    /// <returns>False when the unit has never run, or a run holds it now.</returns>
    public static async Task<bool> ForgetAsync(IStateStore state, UnitKey unit, Trigger? scraped, string? item, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await state.GetAsync(unit.Path, cancellationToken);
            if (read.Document is not { } stored)
            {
                return false;
            }

            var document = StateJson.Read<UnitDocument>(stored.Json);
            if (document.IsHeld(read.StoreTime))
            {
                return false;
            }

            var write = UnitWrites.Of(Forgotten(document, scraped, item), read.StoreTime, Precondition.VersionIs(stored.Version));
            if (await state.CommitAsync([write], cancellationToken) is CommitResult.Committed)
            {
                return true;
            }
        }
    }

    /// <summary>
    /// Makes a unit forget its output, which is gone, and whoever held it. Its token and generation go on: what a run of before would still write stays
    /// fenced off, and who reads the unit sees it change.
    /// </summary>
    /// <param name="state">Where the unit is.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public static async Task EmptyAsync(IStateStore state, UnitKey unit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await state.GetAsync(unit.Path, cancellationToken);
            if (read.Document is not { } stored)
            {
                return;
            }

            var document = StateJson.Read<UnitDocument>(stored.Json);
            var empty = new UnitDocument { Unit = document.Unit, Token = document.Token, Generation = document.Generation, Open = document.Open, Revision = document.Revision };
            if (await state.CommitAsync([UnitWrites.Of(empty, read.StoreTime, Precondition.VersionIs(stored.Version))], cancellationToken) is CommitResult.Committed)
            {
                return;
            }
        }
    }

    private static UnitDocument Forgotten(UnitDocument document, Trigger? scraped, string? item) => document with
    {
        Fingerprint = null,
        TriedTimes = 0,
        Partial = null,
        Anew = scraped is not null,
        AnewItem = item,
        Covered = new SortedDictionary<string, int>(
            document.Covered.Where(visit => !string.Equals(visit.Key, scraped?.ToString(), StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
    };
}
