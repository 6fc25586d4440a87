using System.Globalization;

namespace NbaProps.Hosting.Configuration;

/// <summary>Turns one text into one value, in the invariant culture.</summary>
internal static class ScalarParser
{
    private static readonly (string Suffix, double Seconds)[] Units =
        [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400)];

    public static bool Knows(Type type) =>
        type.IsEnum || type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(long)
        || type == typeof(double) || type == typeof(TimeSpan) || type == typeof(DateTimeOffset) || type == typeof(Uri);

    /// <summary>The value, or null when the text is not one.</summary>
    public static object? Parse(Type type, string text) => type switch
    {
        _ when type == typeof(string) => text,
        _ when type == typeof(bool) => bool.TryParse(text, out var value) ? value : null,
        _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
        _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
        _ when type == typeof(double) => Number(text),
        _ when type == typeof(TimeSpan) => Time(text),
        _ when type == typeof(DateTimeOffset) => Moment(text),
        _ when type == typeof(Uri) => Uri.TryCreate(text, UriKind.Absolute, out var value) && value.Scheme is "http" or "https" ? new Uri(text) : null,
        _ when type.IsEnum => Word(type, text),
        _ => throw new NotSupportedException($"{type} is no scalar option."),
    };

    /// <summary>What is accepted, in words.</summary>
    public static string Accepted(Type type) => type switch
    {
        _ when type == typeof(string) => "a text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(double) => "a number such as 0.5",
        _ when type == typeof(TimeSpan) => "a time span such as 00:00:30, 250ms, 30s, 5m, 2h or 1d",
        _ when type == typeof(DateTimeOffset) => "a moment with its offset such as 2022-12-27T10:00:00-05:00",
        _ when type == typeof(Uri) => "an absolute http or https address",
        _ when type.IsEnum => string.Join(", ", WordsOf(type)),
        _ => throw new NotSupportedException($"{type} is no scalar option."),
    };

    /// <summary>A value as it would be written.</summary>
    public static string Write(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "true" : "false",
        TimeSpan span => Span(span),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
        Enum word => Camel(word.ToString()),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    public static IEnumerable<string> WordsOf(Type type) => Enum.GetNames(type).Select(Camel);

    // Without the zeros that the framework fills seven decimals with.
    private static string Span(TimeSpan span)
    {
        var text = span.ToString("c", CultureInfo.InvariantCulture);
        return span.Ticks % TimeSpan.TicksPerSecond == 0 ? text : text.TrimEnd('0');
    }

    private static object? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    // Without an offset the machine's own would be guessed.
    private static object? Moment(string text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
        && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
            ? moment.ToUniversalTime()
            : null;

    private static object? Time(string text)
    {
        // The framework reads "30" as thirty days: a span without a colon must name its unit.
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null;
        }

        foreach (var (suffix, seconds) in Units)
        {
            if (text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && Number(text[..^suffix.Length]) is double amount
                && Math.Abs(amount * seconds) <= TimeSpan.MaxValue.TotalSeconds / 2)
            {
                return TimeSpan.FromSeconds(amount * seconds);
            }
        }

        return null;
    }

    private static object? Word(Type type, string text) =>
        Enum.GetNames(type).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse(type, name) : null;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
