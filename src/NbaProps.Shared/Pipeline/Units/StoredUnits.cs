using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>Units as the store has them now. Each call is repeated by itself: who reads ten things and is refused one reads that one again.</summary>
/// <param name="calls">The store.</param>
/// <param name="records">What was read before.</param>
internal sealed class StoredUnits(StateCalls calls, UnitRecords records) : IUnitReader
{
    /// <summary>Reads documents together, and what is asked for besides one by one.</summary>
    /// <param name="paths">What the look is known to need, see <see cref="InputPaths"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<OneLook> LookAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) =>
        new(this, records, paths, await calls.GetAllAsync(paths, cancellationToken));

    public async Task<UnitDocument?> FindAsync(UnitKey unit, CancellationToken cancellationToken) =>
        records.Unit(await calls.GetAsync(unit.Path, cancellationToken));

    public async Task<IReadOnlyList<UnitDocument>> RangeAsync(string processor, GameDateRange dates, CancellationToken cancellationToken)
    {
        var (from, to) = UnitKey.IdRange(processor, dates);
        var documents = await calls.QueryAsync(new DocumentQuery(UnitKey.Collection, from, to), cancellationToken);
        return documents.Select(records.Units.Of).ToArray();
    }

    public async Task<GameDay?> DayAsync(GameDate date, CancellationToken cancellationToken) =>
        records.Day(await calls.GetAsync(GameDay.PathOf(date), cancellationToken));

    public async Task<NameAliases> AliasesAsync(CancellationToken cancellationToken) =>
        NameAliasDocument.Of(await calls.GetAsync(NameAliasDocument.Path, cancellationToken));
}
