using System.Text.Json;
using System.Text.Json.Serialization;

namespace NbaProps.Domain.Text;

/// <summary>Reads and writes a value as a JSON string, also as a property name of a dictionary.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed class TextValueConverter<T> : JsonConverter<T>
    where T : struct, ITextValue<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String
            ? Parse(reader.GetString())
            : throw new JsonException($"A JSON {reader.TokenType} is not {T.Accepted}: a JSON string is expected.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.ToString());

    /// <inheritdoc />
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Parse(reader.GetString());

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => writer.WritePropertyName(value.ToString()!);

    private static T Parse(string? text)
        => T.TryParse(text, out var value) ? value : throw new JsonException(TextValue.Refusal<T>(text));
}
