using System.Text.Json;
using System.Text.Json.Serialization;

namespace NbaProps.Domain.Text;

/// <summary>Reads and writes an enumeration as its stored name, also as a property name of a dictionary.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public abstract class StorageNameConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private readonly StorageNames<TEnum> _names;

    private protected StorageNameConverter(StorageNames<TEnum> names) => _names = names;

    /// <inheritdoc />
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Parse(reader.TokenType == JsonTokenType.String ? reader.GetString() : reader.TokenType.ToString());

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
        => writer.WriteStringValue(_names.NameOf(value));

    /// <inheritdoc />
    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Parse(reader.GetString());

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
        => writer.WritePropertyName(_names.NameOf(value));

    private TEnum Parse(string? name) => _names.TryParse(name, out var value) ? value : throw new JsonException(_names.Refusal(name));
}
