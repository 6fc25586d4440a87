using System.Text.Json;
using System.Text.Unicode;

namespace NbaProps.Shared.Objects;

/// <summary>Looks for what JSON's own reader lets through and what then breaks whoever asks for a property: bytes that are no text, names of half a character.</summary>
public static class JsonWholeness
{
    /// <summary>Reads a document in which nothing is broken; the caller disposes it.</summary>
    /// <exception cref="JsonException">It is no JSON, or what its reader lets through is broken.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> bytes) => Whole(bytes.Span, JsonDocument.Parse(bytes));

    /// <summary>Reads the document with which a text begins, whatever follows it; the caller disposes it.</summary>
    /// <exception cref="JsonException">It begins with no JSON, or what its reader lets through is broken.</exception>
    public static JsonDocument ParseFirst(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        return Whole(bytes, JsonDocument.ParseValue(ref reader));
    }

    /// <summary>What is wrong with a document; null when nothing is.</summary>
    /// <param name="bytes">Its text.</param>
    /// <param name="root">What was read of it.</param>
    public static string? Broken(ReadOnlySpan<byte> bytes, JsonElement root) =>
        !Utf8.IsValid(bytes) ? "is no text in UTF-8; accepted is JSON, which is"
        : MayHoldSurrogates(bytes) && HasBrokenName(root) ? "has a property whose name holds half of a surrogate pair; accepted are names of whole characters"
        : null;

    private static JsonDocument Whole(ReadOnlySpan<byte> bytes, JsonDocument document)
    {
        if (Broken(bytes, document.RootElement) is not { } broken)
        {
            return document;
        }

        document.Dispose();
        throw new JsonException(broken);
    }

    // Only an escape can write half a pair, and few payloads have one.
    private static bool MayHoldSurrogates(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\\ud"u8) >= 0 || bytes.IndexOf("\\uD"u8) >= 0;

    private static bool HasBrokenName(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(property => !IsWhole(property) || HasBrokenName(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HasBrokenName),
        _ => false,
    };

    private static bool IsWhole(JsonProperty property)
    {
        try
        {
            return property.Name is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
