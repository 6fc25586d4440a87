using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace NbaProps.GoogleCloud.Http;

/// <summary>
/// Messages that are read, changed in some fields and sent back: as whole documents, since a field that no record names would be lost on the way back.
/// </summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class DocumentJson : JsonSerializerContext
{
    /// <summary>As everything that is sent to Google.</summary>
    public static DocumentJson Short { get; } = new(WireJson.Options());
}
