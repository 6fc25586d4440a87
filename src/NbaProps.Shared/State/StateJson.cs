using System.Text.Json;
using System.Text.Json.Serialization;

using NbaProps.Shared.Credits;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Healing;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Ledger.Export;
using NbaProps.Shared.Pipeline.Replaying;
using NbaProps.Shared.Pipeline.Ticking;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.Shared.State;

/// <summary>The JSON of documents and messages: camel case, enums as words, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UnitDocument))]
[JsonSerializable(typeof(LedgerRow))]
[JsonSerializable(typeof(OldRecordsLook))]
[JsonSerializable(typeof(RunBaseline))]
[JsonSerializable(typeof(MessageDocument))]
[JsonSerializable(typeof(PhaseStatusDocument))]
[JsonSerializable(typeof(GameDay))]
[JsonSerializable(typeof(Walk))]
[JsonSerializable(typeof(RecordedSource))]
[JsonSerializable(typeof(ReplayProgress))]
[JsonSerializable(typeof(CaptureDocument))]
[JsonSerializable(typeof(Hint))]
[JsonSerializable(typeof(DateRequest))]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(WatcherBeat))]
[JsonSerializable(typeof(NameAliasDocument))]
[JsonSerializable(typeof(MeteredCall))]
[JsonSerializable(typeof(CreditPosition))]
internal sealed partial class StateJson : JsonSerializerContext
{
    /// <summary>The body of a document.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), Default);

    /// <summary>The record in a document.</summary>
    public static T Read<T>(string json) =>
        (T?)JsonSerializer.Deserialize(json, typeof(T), Default)
        ?? throw new JsonException($"A {typeof(T).Name} document was JSON null.");
}
