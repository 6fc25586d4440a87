using System.Globalization;
using System.Text.Json;

using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Payloads;

/// <summary>A place in a payload. What is not as it must be is refused with the object's path, the place, what is there and what is accepted.</summary>
/// <param name="File">Path of the object in the raw archive.</param>
/// <param name="Where">Place in it, such as <c>leagueSchedule.gameDates[3].games[0]</c>; empty for the whole.</param>
/// <param name="Element">What is there.</param>
internal readonly record struct PayloadNode(string File, string Where, JsonElement Element)
{
    public JsonValueKind Kind => Element.ValueKind;

    public PayloadNode Required(string name) => Optional(name) ?? throw new PermanentException(
        OneLine.Of($"{File}: {Place(Where)} has no {name}; it has {(Kind == JsonValueKind.Object ? string.Join(", ", Element.EnumerateObject().Select(property => property.Name)) : $"no names at all, being a JSON {Kind}")}"));

    /// <summary>A property that may be absent or null.</summary>
    public PayloadNode? Optional(string name) =>
        Kind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new PayloadNode(File, Where.Length == 0 ? name : $"{Where}.{name}", value)
            : null;

    /// <summary>Whether a property is there, and null.</summary>
    public bool IsNull(string name) => Kind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null;

    public IEnumerable<PayloadNode> Items()
    {
        if (Kind != JsonValueKind.Array)
        {
            throw Refused("an array");
        }

        var (file, where) = (File, Where);
        return Element.EnumerateArray().Select((item, index) => new PayloadNode(file, string.Create(CultureInfo.InvariantCulture, $"{where}[{index}]"), item));
    }

    public string Text()
    {
        if (Kind != JsonValueKind.String)
        {
            throw Refused("a text");
        }

        try
        {
            // A NUL ends a text in some stores.
            return Element.GetString()! is var text && !text.Contains('\0', StringComparison.Ordinal) ? text : throw Refused("a text without NUL characters");
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which JSON lets through and no text can hold.
            throw Refused("a text of whole characters");
        }
    }

    /// <summary>A whole number; one written as 5.0 is one.</summary>
    public int Whole() => WholeOrNull() ?? throw Refused("a whole number");

    public int? WholeOrNull() =>
        Kind == JsonValueKind.Number && Element.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    public decimal Number() => Kind == JsonValueKind.Number && Element.TryGetDecimal(out var number) ? number : throw Refused("a number");

    public bool Flag() => Kind is JsonValueKind.True or JsonValueKind.False ? Element.GetBoolean() : throw Refused("true or false");

    /// <summary>A date and time. A time alone is none: it would be read as today's.</summary>
    public DateTimeOffset Instant() =>
        Kind == JsonValueKind.String && Text() is [_, _, _, _, '-', ..] text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : throw Refused("an instant such as 2024-01-25T01:40:00Z");

    /// <summary>A text that one of the domain's types reads.</summary>
    public T Value<T>(TryRead<T> tryRead, string accepted)
        where T : struct => Kind == JsonValueKind.String && tryRead(Text(), out var value) ? value : throw Refused(accepted);

    public PermanentException Refused(string accepted)
    {
        return new PermanentException(OneLine.Of($"{File}: {Place(Where)} is {OneLine.Of(Element.GetRawText(), 80)}; accepted is {accepted}"));
    }

    private static string Place(string where) => where.Length == 0 ? "the payload" : where;
}

/// <summary>Reads a text as a value.</summary>
internal delegate bool TryRead<T>(string? text, out T value)
    where T : struct;
