using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Calendar;

/// <summary>Consecutive game dates, both ends included, oldest first; written yyyy-MM-dd..yyyy-MM-dd.</summary>
/// <remarks><c>default(GameDateRange)</c> is no range: its dates throw on use.</remarks>
[JsonConverter(typeof(TextValueConverter<GameDateRange>))]
[StructLayout(LayoutKind.Auto)]
[SuppressMessage("Naming", "CA1710", Justification = "A range is what it is called wherever dates are spoken of.")]
public readonly record struct GameDateRange : IReadOnlyCollection<GameDate>, IComparable<GameDateRange>, ITextValue<GameDateRange>
{
    private const string Separator = "..";

    /// <summary>The dates from one to another.</summary>
    /// <param name="From">The first date.</param>
    /// <param name="To">The last date, not before the first.</param>
    /// <exception cref="ArgumentException">The last date is before the first.</exception>
    public GameDateRange(GameDate From, GameDate To)
    {
        if (To < From)
            throw new ArgumentException($"A range ends on or after its first date: {From} to {To} was given.", nameof(To));
        this.From = From;
        this.To = To;
    }

    static string ITextValue<GameDateRange>.Accepted => "a range of game dates (yyyy-MM-dd..yyyy-MM-dd, first date first)";

    /// <summary>The first date.</summary>
    public GameDate From { get; }

    /// <summary>The last date.</summary>
    public GameDate To { get; }

    /// <summary>Number of dates, 1 or more.</summary>
    public int Days => To.DaysSince(From) + 1;

    int IReadOnlyCollection<GameDate>.Count => Days;

    /// <summary>The dates around a date, as far as there are game dates.</summary>
    /// <param name="date">The date.</param>
    /// <param name="from">So many days after it the range begins; before it when negative.</param>
    /// <param name="to">So many days after it the range ends; one that ends before it begins has no date.</param>
    /// <returns>The range; null where none of these days is a game date.</returns>
    public static GameDateRange? Around(GameDate date, int from, int to)
    {
        var first = Math.Max(from, GameDate.MinValue.DaysSince(date));
        var last = Math.Min(to, GameDate.MaxValue.DaysSince(date));
        return first <= last ? new GameDateRange(date.AddDays(first), date.AddDays(last)) : null;
    }

    /// <summary>Reads yyyy-MM-dd..yyyy-MM-dd.</summary>
    /// <exception cref="FormatException">The text is not a range, or its last date is before its first.</exception>
    public static GameDateRange Parse(string text) => TextValue.Parse<GameDateRange>(text);

    /// <summary>Reads yyyy-MM-dd..yyyy-MM-dd; false when the text is anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GameDateRange value)
    {
        value = default;
        var ends = text?.Split(Separator);
        if (ends?.Length != 2 || !GameDate.TryParse(ends[0], out var from) || !GameDate.TryParse(ends[1], out var to) || to < from)
            return false;
        value = new GameDateRange(from, to);
        return true;
    }

    /// <summary>Whether a date lies in the range, ends included.</summary>
    public bool Contains(GameDate date) => From <= date && date <= To;

    /// <summary>Orders by first date, then by last.</summary>
    public int CompareTo(GameDateRange other) => From == other.From ? To.CompareTo(other.To) : From.CompareTo(other.From);

    /// <summary>The dates, oldest first.</summary>
    public IEnumerator<GameDate> GetEnumerator()
    {
        for (var i = 0; i < Days; i++)
            yield return From.AddDays(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Both ends.</summary>
    public void Deconstruct(out GameDate from, out GameDate to) => (from, to) = (From, To);

    /// <summary>yyyy-MM-dd..yyyy-MM-dd.</summary>
    public override string ToString() => $"{From}{Separator}{To}";
}
