using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NbaProps.GoogleCloud.Http;

/// <summary>How messages to Google are written.</summary>
internal static class WireJson
{
    /// <summary>
    /// Camel case, nulls left out; and nothing escaped that need not be: the quotes inside a text as <c>\"</c> instead of <c>\u0022</c>, the + of base64 as it is. Google's limits count
    /// what travels.
    /// </summary>
    public static JsonSerializerOptions Options() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
