using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>Reads what inputs are told by: units, game days, aliases. One by one from the store for a run, from a snapshot for those who look at a whole season.</summary>
internal interface IUnitReader
{
    /// <summary>A unit, or null when nothing was ever known of it.</summary>
    Task<UnitDocument?> FindAsync(UnitKey unit, CancellationToken cancellationToken);

    /// <summary>The units of a processor over some dates, in order.</summary>
    Task<IReadOnlyList<UnitDocument>> RangeAsync(string processor, GameDateRange dates, CancellationToken cancellationToken);

    /// <summary>A game day, or null when it has not begun.</summary>
    Task<GameDay?> DayAsync(GameDate date, CancellationToken cancellationToken);

    /// <summary>All of the operator's aliases.</summary>
    Task<NameAliases> AliasesAsync(CancellationToken cancellationToken);
}
