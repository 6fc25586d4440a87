using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>Units as the store has them now.</summary>
/// <param name="state">The store.</param>
/// <param name="records">What was read before.</param>
internal sealed class StoredUnits(IStateStore state, UnitRecords records) : IUnitReader
{
    public async Task<UnitDocument?> FindAsync(UnitKey unit, CancellationToken cancellationToken)
    {
        var read = await state.GetAsync(unit.Path, cancellationToken);
        return read.Document is { } document ? records.Units.Of(document) : null;
    }

    public async Task<IReadOnlyList<UnitDocument>> RangeAsync(string processor, GameDateRange dates, CancellationToken cancellationToken)
    {
        var (from, to) = UnitKey.IdRange(processor, dates);
        var documents = await state.QueryAsync(new DocumentQuery(UnitKey.Collection, from, to), cancellationToken);
        return documents.Select(records.Units.Of).ToArray();
    }

    public async Task<GameDay?> DayAsync(GameDate date, CancellationToken cancellationToken)
    {
        var read = await state.GetAsync(GameDay.PathOf(date), cancellationToken);
        return read.Document is { } document ? records.Days.Of(document) : null;
    }

    public Task<NameAliases> AliasesAsync(CancellationToken cancellationToken) => new NameAliasStore(state).ReadAsync(cancellationToken);
}
