using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>Units, days and aliases, read once: for those who compare a whole season with what was expected.</summary>
internal sealed class UnitSnapshot : IUnitReader
{
    private readonly Dictionary<string, UnitDocument> _byId;
    private readonly Dictionary<string, ByDate> _byProcessor;
    private readonly Dictionary<GameDate, GameDay> _days;
    private readonly NameAliases _aliases;

    private UnitSnapshot(IReadOnlyList<UnitDocument> units, IReadOnlyList<GameDay> days, NameAliases aliases, DateTimeOffset storeTime)
    {
        _aliases = aliases;
        _byId = units.ToDictionary(unit => unit.Unit, StringComparer.Ordinal);
        _days = days.ToDictionary(day => day.Date);
        StoreTime = storeTime;

        _byProcessor = units.Select(unit => (unit.Key, Document: unit))
            .GroupBy(unit => unit.Key.Processor, unit => (unit.Key.Partition.Date, unit.Document), StringComparer.Ordinal)
            .ToDictionary(processor => processor.Key, processor => new ByDate([.. processor.OrderBy(unit => unit.Date)]), StringComparer.Ordinal);
    }

    /// <summary>The store's time at the reading.</summary>
    public DateTimeOffset StoreTime { get; }

    /// <summary>The newest as-of that any day has reached; null when none has begun.</summary>
    public DateTimeOffset? NewestAsOf => _days.Count == 0 ? null : _days.Values.Max(day => day.AsOf);

    /// <summary>The dates that have begun, oldest first.</summary>
    public IReadOnlyList<GameDate> Dates => _days.Keys.Order().ToArray();

    /// <summary>Reads all that a comparison of some dates looks at: their units, and those that these read.</summary>
    /// <param name="state">Where the units are.</param>
    /// <param name="manifest">Who reads what.</param>
    /// <param name="records">What was read before.</param>
    /// <param name="dates">The dates; null for every unit there is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<UnitSnapshot> ReadAsync(
        IStateStore state, PipelineManifest manifest, UnitRecords records, GameDateRange? dates, CancellationToken cancellationToken)
    {
        var now = await state.TimeAsync(cancellationToken);
        var units = new List<Document>();
        foreach (var query in dates is { } range ? manifest.Processors.Select(processor => QueryOf(manifest, processor, range)) : [new DocumentQuery(UnitKey.Collection)])
        {
            units.AddRange(await state.QueryAsync(query, cancellationToken));
        }

        return await OfAsync([.. units.Select(records.Units.Of)], now, state, records, cancellationToken);
    }

    /// <summary>What a watcher knows of units, with days and aliases as they are now.</summary>
    public static Task<UnitSnapshot> OfAsync(WatchedLook look, IStateStore state, UnitRecords records, CancellationToken cancellationToken) =>
        OfAsync([.. look.Units.Values.Select(known => known.Unit)], look.At, state, records, cancellationToken);

    /// <summary>The same days and aliases with the units of another look.</summary>
    public UnitSnapshot With(WatchedLook look) => new([.. look.Units.Values.Select(known => known.Unit)], [.. _days.Values], _aliases, StoreTime);

    private static async Task<UnitSnapshot> OfAsync(IReadOnlyList<UnitDocument> units, DateTimeOffset now, IStateStore state, UnitRecords records, CancellationToken cancellationToken)
    {
        var days = await state.QueryAsync(new DocumentQuery(GameDay.Collection), cancellationToken);
        return new UnitSnapshot(units, [.. days.Select(records.Days.Of)], await new NameAliasStore(state).ReadAsync(cancellationToken), now);
    }

    // A walk compares one date after the other: to read all of the season each time would take longer with each.
    private static DocumentQuery QueryOf(PipelineManifest manifest, ProcessorDeclaration processor, GameDateRange dates)
    {
        var readers = manifest.DependentsOf(processor.Name);
        var read = new GameDateRange(
            dates.From.AddDays(Math.Min(0, readers.Min(reader => (int?)reader.From) ?? 0)), dates.To.AddDays(Math.Max(0, readers.Max(reader => (int?)reader.To) ?? 0)));
        var (from, to) = UnitKey.IdRange(processor.Name, read);
        return new DocumentQuery(UnitKey.Collection, from, to);
    }

    public UnitDocument? Known(UnitKey unit) => _byId.GetValueOrDefault(unit.ToString());

    public GameDay? KnownDay(GameDate date) => _days.GetValueOrDefault(date);

    public Task<UnitDocument?> FindAsync(UnitKey unit, CancellationToken cancellationToken) => Task.FromResult(Known(unit));

    public Task<GameDay?> DayAsync(GameDate date, CancellationToken cancellationToken) => Task.FromResult(KnownDay(date));

    public Task<NameAliases> AliasesAsync(CancellationToken cancellationToken) => Task.FromResult(_aliases);

    public Task<IReadOnlyList<UnitDocument>> RangeAsync(string processor, GameDateRange dates, CancellationToken cancellationToken)
    {
        return Task.FromResult<IReadOnlyList<UnitDocument>>(_byProcessor.TryGetValue(processor, out var known) ? known.Of(dates) : []);
    }

    /// <summary>The units of a processor in order of their dates, and of a date as they were read: those of some dates are a piece of it.</summary>
    private sealed class ByDate((GameDate Date, UnitDocument Document)[] units)
    {
        private readonly GameDate[] _dates = [.. units.Select(unit => unit.Date)];
        private readonly UnitDocument[] _units = [.. units.Select(unit => unit.Document)];

        public IReadOnlyList<UnitDocument> Of(GameDateRange dates)
        {
            var first = FirstNotBefore(dates.From);
            return new ArraySegment<UnitDocument>(_units, first, FirstNotBefore(dates.To.AddDays(1)) - first);
        }

        private int FirstNotBefore(GameDate date)
        {
            var (low, high) = (0, _dates.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = _dates[middle] < date ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
