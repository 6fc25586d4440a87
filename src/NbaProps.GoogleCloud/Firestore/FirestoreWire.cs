using System.Text.Json;
using System.Text.Json.Serialization;

using NbaProps.GoogleCloud.Http;

namespace NbaProps.GoogleCloud.Firestore;

// The messages of Firestore's REST interface, version 1, as far as they are used. Names and meaning: Google's reference of google.firestore.v1.

internal sealed record CommitRequest(IReadOnlyList<WireWrite> Writes);

internal sealed record WireWrite
{
    public WireDocument? Update { get; init; }

    public string? Delete { get; init; }

    public WirePrecondition? CurrentDocument { get; init; }
}

internal sealed record WirePrecondition
{
    public bool? Exists { get; init; }

    public string? UpdateTime { get; init; }
}

internal sealed record WireDocument
{
    public required string Name { get; init; }

    public IReadOnlyDictionary<string, WireValue>? Fields { get; init; }

    public string? UpdateTime { get; init; }
}

internal sealed record WireValue
{
    public string? StringValue { get; init; }

    public bool? BooleanValue { get; init; }

    /// <summary>64-bit integers travel as text.</summary>
    public string? IntegerValue { get; init; }

    public string? ReferenceValue { get; init; }

    public WireMap? MapValue { get; init; }
}

internal sealed record WireMap(IReadOnlyDictionary<string, WireValue>? Fields);

internal sealed record CommitResponse(IReadOnlyList<WireWriteResult>? WriteResults, string? CommitTime);

internal sealed record WireWriteResult(string? UpdateTime);

internal sealed record BatchGetRequest(IReadOnlyList<string> Documents);

internal sealed record RunQueryRequest(WireQuery StructuredQuery, string? ReadTime);

internal sealed record WireQuery
{
    public required IReadOnlyList<WireFrom> From { get; init; }

    public WireFilter? Where { get; init; }

    public required IReadOnlyList<WireOrder> OrderBy { get; init; }

    public WireCursor? StartAt { get; init; }

    public int Limit { get; init; }
}

internal sealed record WireFrom(string CollectionId);

internal sealed record WireFilter
{
    public WireComposite? CompositeFilter { get; init; }

    public WireFieldFilter? FieldFilter { get; init; }
}

internal sealed record WireComposite(string Op, IReadOnlyList<WireFilter> Filters);

internal sealed record WireFieldFilter(WireField Field, string Op, WireValue Value);

internal sealed record WireField(string FieldPath);

internal sealed record WireOrder(WireField Field, string Direction);

internal sealed record WireCursor(IReadOnlyList<WireValue> Values, bool Before);

/// <summary>One element of an answer that comes as an array: a document, a gap, a time, or an error after the status had been sent.</summary>
internal sealed record ReadElement
{
    public WireDocument? Found { get; init; }

    public string? Missing { get; init; }

    public WireDocument? Document { get; init; }

    public string? ReadTime { get; init; }

    public JsonElement? Error { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CommitRequest))]
[JsonSerializable(typeof(CommitResponse))]
[JsonSerializable(typeof(BatchGetRequest))]
[JsonSerializable(typeof(RunQueryRequest))]
[JsonSerializable(typeof(ReadElement[]))]
internal sealed partial class FirestoreJson : JsonSerializerContext
{
    /// <summary>As everything that is sent to Google.</summary>
    public static FirestoreJson Short { get; } = new(WireJson.Options());
}
