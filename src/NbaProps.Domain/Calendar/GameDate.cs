using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Calendar;

/// <summary>
/// A sports day in US Eastern time, from 2007-01-01 to 2199-12-31; written yyyy-MM-dd. It is neither a UTC date nor a machine's local
/// date: a game that tips off at 22:30 in Los Angeles belongs to the Eastern date of that evening.
/// </summary>
/// <remarks>
/// 2007 is the first year of the daylight-saving rule that <see cref="At"/> and <see cref="FromInstant"/> apply.
/// <c>default(GameDate)</c> is no date: every use of it except equality throws <see cref="InvalidOperationException"/>.
/// </remarks>
[JsonConverter(typeof(TextValueConverter<GameDate>))]
public readonly record struct GameDate : IComparable<GameDate>, ITextValue<GameDate>
{
    private const string Format = "yyyy-MM-dd";
    private static readonly DateOnly Earliest = new(2007, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);
    private readonly DateOnly _date;

    /// <summary>The sports day of a calendar date.</summary>
    /// <param name="year">2007 to 2199.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the last day of the month.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such date, or it is outside the range.</exception>
    public GameDate(int year, int month, int day)
        : this(new DateOnly(year, month, day))
    {
    }

    private GameDate(DateOnly date)
        => _date = IsInRange(date)
            ? date
            : throw new ArgumentOutOfRangeException(nameof(date), date, $"A game date lies between {Text(Earliest)} and {Text(Latest)}.");

    static string ITextValue<GameDate>.Accepted => "a game date (yyyy-MM-dd, 2007-01-01 to 2199-12-31)";

    /// <summary>The earliest date accepted, 2007-01-01.</summary>
    public static GameDate MinValue => new(Earliest);

    /// <summary>The latest date accepted, 2199-12-31.</summary>
    public static GameDate MaxValue => new(Latest);

    /// <summary>2007 to 2199.</summary>
    public int Year => Date.Year;

    /// <summary>1 to 12.</summary>
    public int Month => Date.Month;

    /// <summary>1 to 31.</summary>
    public int Day => Date.Day;

    /// <summary>Sunday to Saturday.</summary>
    public DayOfWeek DayOfWeek => Date.DayOfWeek;

    private DateOnly Date => _date == default ? throw Unset.Of<GameDate>() : _date;

    /// <summary>Whether the left day is earlier.</summary>
    public static bool operator <(GameDate left, GameDate right) => left.Date < right.Date;

    /// <summary>Whether the left day is later.</summary>
    public static bool operator >(GameDate left, GameDate right) => left.Date > right.Date;

    /// <summary>Whether the left day is earlier or the same.</summary>
    public static bool operator <=(GameDate left, GameDate right) => left.Date <= right.Date;

    /// <summary>Whether the left day is later or the same.</summary>
    public static bool operator >=(GameDate left, GameDate right) => left.Date >= right.Date;

    /// <summary>An instant as Eastern clocks show it.</summary>
    public static DateTimeOffset ToEastern(DateTimeOffset instant) => instant.ToOffset(EasternTime.OffsetAt(instant));

    /// <summary>The sports day of a calendar date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside the range.</exception>
    public static GameDate FromDateOnly(DateOnly date) => new(date);

    /// <summary>The Eastern calendar date on which an instant falls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside the range.</exception>
    public static GameDate FromInstant(DateTimeOffset instant)
        => new(DateOnly.FromDateTime(instant.ToOffset(EasternTime.OffsetAt(instant)).DateTime));

    /// <summary>Reads yyyy-MM-dd.</summary>
    /// <exception cref="FormatException">The text is not a game date.</exception>
    public static GameDate Parse(string text) => TextValue.Parse<GameDate>(text);

    /// <summary>Reads yyyy-MM-dd; false when the text is anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GameDate value)
    {
        // By hand: every unit and every row names its date, and the general parser takes ten times as long.
        var read = TryReadDate(text, out var date) && IsInRange(date);
        value = read ? new GameDate(date) : default;
        return read;
    }

    /// <summary>The day so many days later, or earlier when negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result is outside the range.</exception>
    public GameDate AddDays(int days) => new(Date.AddDays(days));

    /// <summary>Days from <paramref name="other"/> to this day: 1 on the day after it, negative when this day is earlier.</summary>
    public int DaysSince(GameDate other) => Date.DayNumber - other.Date.DayNumber;

    /// <summary>The UTC instant of an Eastern wall time of this sports day.</summary>
    /// <param name="hour">0 to 30; 24 to 30 are midnight to 06:59 of the next calendar day, where a late game still belongs to this one.</param>
    /// <param name="minute">0 to 59.</param>
    /// <remarks>
    /// When clocks go back, 01:00-01:59 means its first occurrence; when they go forward, 02:00-02:59 means one hour later on the clock.
    /// </remarks>
    public DateTimeOffset At(int hour, int minute = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hour);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hour, 30);
        ArgumentOutOfRangeException.ThrowIfNegative(minute);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minute, 59);
        return EasternTime.InstantOf(Date.ToDateTime(TimeOnly.MinValue).AddHours(hour).AddMinutes(minute));
    }

    /// <summary>The same calendar date without its meaning.</summary>
    public DateOnly ToDateOnly() => Date;

    /// <inheritdoc />
    public int CompareTo(GameDate other) => Date.CompareTo(other.Date);

    /// <summary>yyyy-MM-dd.</summary>
    public override string ToString() => Text(Date);

    private static bool TryReadDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length != Format.Length || text[4] != '-' || text[7] != '-'
            || !TryReadNumber(text[..4], out var year) || !TryReadNumber(text[5..7], out var month) || !TryReadNumber(text[8..], out var day)
            || year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }

    private static bool IsInRange(DateOnly date) => date >= Earliest && date <= Latest;

    // The round-trip format is this one, and the only one that is not interpreted.
    private static string Text(DateOnly date) => date.ToString("o", CultureInfo.InvariantCulture);
}
