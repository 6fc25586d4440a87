using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>
/// Every unit there is, kept from one look of a watcher to the next. By spring they are thirteen thousand, a look comes every few minutes, and each document that is read is
/// billed: only those of the hours since the look before are read again, and from time to time all of them. What is kept may be old where a write came late or said no hour;
/// so whoever would act on a unit asks for it again.
/// </summary>
internal sealed class WatchedUnits(IStateStore state, UnitRecords records)
{
    /// <summary>How long what was read is believed.</summary>
    public static readonly TimeSpan WholeEvery = TimeSpan.FromHours(6);

    /// <summary>More than two machines' clocks differ, and than a write of a unit is under way.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMinutes(15);

    private const int PathsPerRead = 500;

    // Never changed, only replaced: of two looks at once each leaves what is true of its own time.
    private WatchedLook? _last;

    /// <summary>Reads what may have changed.</summary>
    /// <param name="now">The store's time, from a read before this one.</param>
    /// <param name="cancellationToken">Ends the reading; what was known before stays.</param>
    public async Task<WatchedLook> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        _last = _last is { } before && now >= before.At && now - before.WholeAt < WholeEvery
            ? await ChangedAsync(before, now, cancellationToken)
            : Read(WatchedLook.Nothing(now), await state.QueryAsync(new DocumentQuery(UnitKey.Collection), cancellationToken));

    /// <summary>Reads again those of some units that a look took from an earlier one.</summary>
    /// <param name="look">The look.</param>
    /// <param name="doubted">Whom it would be acted on.</param>
    /// <param name="cancellationToken">Ends the reading; what was known before stays.</param>
    /// <returns>The look with what is there now; its units are the same instance when none is another one.</returns>
    public async Task<WatchedLook> AgainAsync(WatchedLook look, IEnumerable<UnitKey> doubted, CancellationToken cancellationToken)
    {
        if (look.At == look.WholeAt)
        {
            return look;
        }

        var after = look;
        foreach (var some in doubted.Where(unit => !look.Fresh.Contains(unit.ToString())).Select(unit => unit.Path).Chunk(PathsPerRead))
        {
            var found = (await state.GetAllAsync(some, cancellationToken)).Select(read => read.Document).OfType<Document>();
            after = Read(after, [.. found.Where(document => !look.Has(document))]);
            after = after with { Fresh = after.Fresh.Union(some.Select(path => path.Id)) };
        }

        return _last = after;
    }

    private async Task<WatchedLook> ChangedAsync(WatchedLook before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var look = before with { At = now, Fresh = [] };

        // The oldest hour first: what is written meanwhile goes to a later one, and the newer answer stands.
        foreach (var hour in ChangeHours.Between(before.At - Slack, now + Slack))
        {
            look = Read(look, await state.QueryAsync(new DocumentQuery(UnitKey.Collection, Field: "changedIn", Value: hour), cancellationToken));
        }

        return look;
    }

    private WatchedLook Read(WatchedLook look, IReadOnlyCollection<Document> documents) => documents.Count == 0 ? look : look with
    {
        Units = look.Units.SetItems(documents.Select(document => KeyValuePair.Create(document.Path.Id, (document.Version, records.Units.Of(document))))),
        Fresh = look.Fresh.Union(documents.Select(document => document.Path.Id)),
    };
}
