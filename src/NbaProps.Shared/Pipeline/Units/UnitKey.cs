using NbaProps.Domain.Calendar;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>A unit of work: a processor and the partition it covers.</summary>
/// <param name="Processor">Name of the processor's declaration.</param>
/// <param name="Partition">A game date, or a game of a date.</param>
public readonly record struct UnitKey(string Processor, Partition Partition)
{
    internal const string Collection = "units";

    /// <summary>Where the unit's document lives. Ids order by processor, date, game: a range of dates is a range of ids.</summary>
    public DocumentPath Path => new(Collection, ToString());

    /// <summary>Processor and partition with a bar between.</summary>
    public override string ToString() => $"{Processor}|{Partition}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">There is no bar, or what follows is not a partition.</exception>
    public static UnitKey Parse(string text)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        return bar > 0
            ? new(text[..bar], Partition.Parse(text[(bar + 1)..]))
            : throw new FormatException($"'{text}' is not a unit: accepted is processor|date or processor|date|game.");
    }

    /// <summary>The smallest and the largest id that a processor's units of some dates can have.</summary>
    internal static (string From, string To) IdRange(string processor, GameDateRange dates) =>
        ($"{processor}|{dates.From}", $"{processor}|{dates.To}|~");
}
