using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NbaProps.Deployment.Rendering;

/// <summary>Writes JSON for people and for Google: indented, and nothing escaped that need not be.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Of(JsonNode document) => document.ToJsonString(Options) + "\n";

    public static string Quoted(string text) => JsonValue.Create(text).ToJsonString(Options);
}
