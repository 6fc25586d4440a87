using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>
/// What one look at a unit's inputs reads: most of it together, the rest (histories, units of games) when it is asked for. It is looked at once and thrown away:
/// another look reads again. Nothing is of one moment: whoever computes with it looks once more when it has read everything, and compares.
/// </summary>
internal sealed class OneLook : IUnitReader
{
    /// <summary>Of how many dates units are read together. A history of months is one query: of many of its dates there is nothing.</summary>
    public const int MostDays = 7;

    private readonly IUnitReader _units;
    private readonly UnitRecords _records;
    private readonly Dictionary<DocumentPath, StateRead> _read;

    /// <summary>A look that has read some documents.</summary>
    /// <param name="units">Where the rest is read from.</param>
    /// <param name="records">What was read before.</param>
    /// <param name="paths">The documents.</param>
    /// <param name="reads">What was read of them, in their order.</param>
    public OneLook(IUnitReader units, UnitRecords records, IReadOnlyList<DocumentPath> paths, IReadOnlyList<StateRead> reads)
    {
        _units = units;
        _records = records;
        _read = new(paths.Count);
        for (var at = 0; at < paths.Count; at++)
        {
            _read[paths[at]] = reads[at];
        }
    }

    /// <summary>One of the documents that were read together.</summary>
    public StateRead Read(DocumentPath path) => _read[path];

    /// <summary>A unit that was read together with the others; null when nothing was ever known of it.</summary>
    public UnitDocument? KnownUnit(UnitKey unit) => _records.Unit(_read[unit.Path]);

    /// <summary>A game day that was read together with the others; null when it has not begun.</summary>
    public GameDay? KnownDay(GameDate date) => _records.Day(_read[GameDay.PathOf(date)]);

    public Task<UnitDocument?> FindAsync(UnitKey unit, CancellationToken cancellationToken) =>
        _read.TryGetValue(unit.Path, out var read) ? Task.FromResult(_records.Unit(read)) : _units.FindAsync(unit, cancellationToken);

    public Task<IReadOnlyList<UnitDocument>> RangeAsync(string processor, GameDateRange dates, CancellationToken cancellationToken)
    {
        if (dates.Days > MostDays)
        {
            return _units.RangeAsync(processor, dates, cancellationToken);
        }

        var found = new List<UnitDocument>(dates.Days);
        foreach (var date in dates.AsEnumerable())
        {
            if (!_read.TryGetValue(new UnitKey(processor, new(date)).Path, out var read))
            {
                return _units.RangeAsync(processor, dates, cancellationToken);
            }

            if (_records.Unit(read) is { } unit)
            {
                found.Add(unit);
            }
        }

        return Task.FromResult<IReadOnlyList<UnitDocument>>(found);
    }

    public Task<GameDay?> DayAsync(GameDate date, CancellationToken cancellationToken) =>
        _read.TryGetValue(GameDay.PathOf(date), out var read) ? Task.FromResult(_records.Day(read)) : _units.DayAsync(date, cancellationToken);

    public Task<NameAliases> AliasesAsync(CancellationToken cancellationToken) =>
        _read.TryGetValue(NameAliasDocument.Path, out var read) ? Task.FromResult(NameAliasDocument.Of(read)) : _units.AliasesAsync(cancellationToken);
}
