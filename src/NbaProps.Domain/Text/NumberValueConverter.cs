using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NbaProps.Domain.Text;

/// <summary>Writes a value as a JSON number; reads it from a JSON number or from a string that holds its written form.</summary>
/// <typeparam name="T">The value, whose written form is a number, possibly with a leading plus sign.</typeparam>
public sealed class NumberValueConverter<T> : JsonConverter<T>
    where T : struct, ITextValue<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType switch
        {
            JsonTokenType.String => Parse(reader.GetString()),
            // The digits as they were sent: a detour through double would change a decimal.
            JsonTokenType.Number => Parse(Encoding.UTF8.GetString(reader.HasValueSequence
                ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence)
                : reader.ValueSpan)),
            _ => throw new JsonException($"A JSON {reader.TokenType} is not {T.Accepted}: a JSON number is expected."),
        };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => writer.WriteRawValue(value.ToString()!.TrimStart('+'));

    /// <inheritdoc />
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Parse(reader.GetString());

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => writer.WritePropertyName(value.ToString()!);

    private static T Parse(string? text)
        => T.TryParse(text, out var value) ? value : throw new JsonException(TextValue.Refusal<T>(text));
}
