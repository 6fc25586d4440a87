using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>What one look at a unit's inputs reads: a game day that several triggers or inputs ask for is read once.</summary>
/// <param name="units">Where it is read from.</param>
/// <param name="day">The unit's own game day, which whoever looks has read.</param>
internal sealed class OneLook(IUnitReader units, GameDay day) : IUnitReader
{
    private readonly Dictionary<GameDate, GameDay?> _days = new() { [day.Date] = day };

    public Task<UnitDocument?> FindAsync(UnitKey unit, CancellationToken cancellationToken) => units.FindAsync(unit, cancellationToken);

    public Task<IReadOnlyList<UnitDocument>> RangeAsync(string processor, GameDateRange dates, CancellationToken cancellationToken) =>
        units.RangeAsync(processor, dates, cancellationToken);

    public async Task<GameDay?> DayAsync(GameDate date, CancellationToken cancellationToken)
    {
        if (!_days.TryGetValue(date, out var known))
        {
            _days[date] = known = await units.DayAsync(date, cancellationToken);
        }

        return known;
    }

    public Task<NameAliases> AliasesAsync(CancellationToken cancellationToken) => units.AliasesAsync(cancellationToken);
}
