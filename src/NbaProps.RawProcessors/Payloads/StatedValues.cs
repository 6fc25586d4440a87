using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;

namespace NbaProps.RawProcessors.Payloads;

/// <summary>How several upstreams write the same things.</summary>
internal static class StatedValues
{
    /// <summary>The place itself, or null where a JSON null stands: a cell that states nothing.</summary>
    public static PayloadNode? Stated(this PayloadNode node) => node.Kind == JsonValueKind.Null ? null : node;

    /// <summary>A text without the spaces around it; null where there is none or only spaces.</summary>
    public static string? FilledText(this PayloadNode? node) => node?.Text().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A text with something in it, without the spaces around it.</summary>
    public static string FilledText(this PayloadNode node) => ((PayloadNode?)node).FilledText() ?? throw node.Refused("a text that is not empty");

    /// <summary>A whole number, both ends included.</summary>
    public static int Between(this PayloadNode node, int least, int most) =>
        node.WholeOrNull() is { } number && number >= least && number <= most ? number : throw node.Refused(Range("a whole number", least, most));

    /// <summary>A whole number that is written as a text of digits, both ends included.</summary>
    public static int DigitsBetween(this PayloadNode node, int least, int most) =>
        node.Kind == JsonValueKind.String
        && int.TryParse(node.Text().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : throw node.Refused(Range("digits in a text", least, most));

    /// <summary>A date that is written as its midnight, 2024-01-15T00:00:00, or as 2024-01-15.</summary>
    public static GameDate Day(this PayloadNode node)
    {
        var text = node.Text();
        return GameDate.TryParse(text.EndsWith("T00:00:00", StringComparison.Ordinal) ? text[..^9] : text, out var date)
            ? date
            : throw node.Refused("a date such as 2024-01-15T00:00:00, from 2007 on");
    }

    /// <summary>A date that is written month first, 01/15/2024.</summary>
    public static GameDate MonthFirstDay(this PayloadNode node) =>
        DateOnly.TryParseExact(node.Text(), "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && GameDate.TryParse(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var day)
            ? day
            : throw node.Refused("a date such as 01/15/2024, from 2007 on");

    /// <summary>The sports day in which an instant falls.</summary>
    public static GameDate SportsDay(this PayloadNode node)
    {
        var instant = node.Instant();
        return instant >= GameDate.MinValue.At(0) && instant <= GameDate.MaxValue.At(0) ? GameDate.FromInstant(instant) : throw node.Refused("an instant from 2007 on");
    }

    private static string Range(string what, int least, int most) => string.Create(CultureInfo.InvariantCulture, $"{what} from {least} to {most}");
}
