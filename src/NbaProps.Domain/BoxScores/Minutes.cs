using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.BoxScores;

/// <summary>Playing time to the second, 0 to 1,000 minutes (a team's time is five times its game's); written minutes:seconds.</summary>
/// <remarks>
/// Some sources round to whole minutes. There, zero can be a player who was on court for seconds: "played" is known only from sources to the second.
/// <c>default(Minutes)</c> is zero.
/// </remarks>
[JsonConverter(typeof(TextValueConverter<Minutes>))]
public readonly record struct Minutes : IComparable<Minutes>, ITextValue<Minutes>
{
    private const int MaxSeconds = 60_000;

    private Minutes(int seconds) => Seconds = seconds;

    static string ITextValue<Minutes>.Accepted => "playing time (45:58, PT45M58.00S or whole minutes such as 45; 0 to 1000 minutes)";

    /// <summary>No time at all.</summary>
    public static Minutes Zero => default;

    /// <summary>All of it in seconds.</summary>
    public int Seconds { get; }

    /// <summary>All of it in minutes: 45.5 for 45:30.</summary>
    public double TotalMinutes => Seconds / 60.0;

    /// <summary>Whether it is above zero.</summary>
    public bool IsPlayed => Seconds > 0;

    /// <summary>Both times together.</summary>
    public static Minutes operator +(Minutes left, Minutes right) => FromSeconds(left.Seconds + right.Seconds);

    /// <summary>Whether the left time is shorter.</summary>
    public static bool operator <(Minutes left, Minutes right) => left.Seconds < right.Seconds;

    /// <summary>Whether the left time is longer.</summary>
    public static bool operator >(Minutes left, Minutes right) => left.Seconds > right.Seconds;

    /// <summary>Whether the left time is shorter or the same.</summary>
    public static bool operator <=(Minutes left, Minutes right) => left.Seconds <= right.Seconds;

    /// <summary>Whether the left time is longer or the same.</summary>
    public static bool operator >=(Minutes left, Minutes right) => left.Seconds >= right.Seconds;

    /// <summary>Time given in seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than 60,000.</exception>
    public static Minutes FromSeconds(int seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, MaxSeconds);
        return new Minutes(seconds);
    }

    /// <summary>Time given in whole minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than 1,000.</exception>
    public static Minutes FromMinutes(int minutes) => FromSeconds(minutes * 60);

    /// <summary>Reads "45:58", "PT45M58.00S" (fractions of a second are rounded) or whole minutes.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Minutes Parse(string text) => TextValue.Parse<Minutes>(text);

    /// <summary>Reads "45:58", "PT45M58.00S" or whole minutes; false when the text is none of these, empty included.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Minutes value)
    {
        value = default;
        if (text is null || !TrySplit(text, out var minutePart, out var secondPart))
            return false;
        if (!int.TryParse(minutePart, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes > MaxSeconds / 60)
            return false;
        if (!decimal.TryParse(secondPart, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds >= 60)
            return false;

        var total = (minutes * 60) + (int)decimal.Round(seconds, MidpointRounding.AwayFromZero);
        value = total <= MaxSeconds ? new Minutes(total) : default;
        return total <= MaxSeconds;
    }

    /// <inheritdoc />
    public int CompareTo(Minutes other) => Seconds.CompareTo(other.Seconds);

    /// <summary>Minutes, colon, two digits of seconds: "45:58", "0:05", "265:00".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds / 60}:{Seconds % 60:00}");

    private static bool TrySplit(string text, out ReadOnlySpan<char> minutes, out ReadOnlySpan<char> seconds)
    {
        minutes = text;
        seconds = "0";
        if (text.StartsWith("PT", StringComparison.Ordinal))
        {
            var end = text.IndexOf('M', StringComparison.Ordinal);
            if (end < 0 || (end + 1 < text.Length && text[^1] != 'S'))
                return false;
            minutes = text.AsSpan(2..end);
            seconds = end + 1 < text.Length ? text.AsSpan(end + 1, text.Length - end - 2) : seconds;
            return true;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return true;
        minutes = text.AsSpan(0, colon);
        seconds = text.AsSpan(colon + 1);
        return seconds.Length == 2 && char.IsAsciiDigit(seconds[0]) && char.IsAsciiDigit(seconds[1]);
    }
}
