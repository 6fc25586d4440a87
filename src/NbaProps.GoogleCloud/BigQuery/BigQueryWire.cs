using System.Text.Json;
using System.Text.Json.Serialization;

namespace NbaProps.GoogleCloud.BigQuery;

// The messages of BigQuery's REST interface, version 2, as far as they are used. Names and meaning: Google's discovery document of bigquery:v2.
// 64-bit integers travel as text.

internal sealed record WireJob
{
    public WireJobReference? JobReference { get; init; }

    public WireJobConfiguration? Configuration { get; init; }

    public WireJobStatus? Status { get; init; }
}

internal sealed record WireJobReference(string ProjectId, string JobId, string? Location);

internal sealed record WireJobConfiguration
{
    public WireLoad? Load { get; init; }

    public WireQueryJob? Query { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public string? JobTimeoutMs { get; init; }
}

internal sealed record WireLoad
{
    public required WireTableReference DestinationTable { get; init; }

    public required WireSchema Schema { get; init; }

    public required string SourceFormat { get; init; }

    public required string CreateDisposition { get; init; }

    public required string WriteDisposition { get; init; }
}

internal sealed record WireQueryJob
{
    public required string Query { get; init; }

    public required bool UseLegacySql { get; init; }

    public string? ParameterMode { get; init; }

    public IReadOnlyList<WireParameter>? QueryParameters { get; init; }
}

internal sealed record WireJobStatus(string? State, WireError? ErrorResult);

internal sealed record WireError(string? Reason, string? Location, string? Message);

internal sealed record WireParameter(string Name, WireParameterType ParameterType, WireParameterValue ParameterValue);

internal sealed record WireParameterType
{
    public required string Type { get; init; }

    public WireParameterType? ArrayType { get; init; }

    public IReadOnlyList<WireStructField>? StructTypes { get; init; }
}

internal sealed record WireStructField(string Name, WireParameterType Type);

internal sealed record WireParameterValue
{
    public string? Value { get; init; }

    public IReadOnlyList<WireParameterValue>? ArrayValues { get; init; }

    public IReadOnlyDictionary<string, WireParameterValue>? StructValues { get; init; }
}

internal sealed record WireQueryRequest
{
    public required string Query { get; init; }

    public required bool UseLegacySql { get; init; }

    public required string Location { get; init; }

    public required string ParameterMode { get; init; }

    public required IReadOnlyList<WireParameter> QueryParameters { get; init; }

    public required WireFormatOptions FormatOptions { get; init; }

    public int? MaxResults { get; init; }

    public int? TimeoutMs { get; init; }

    public string? JobCreationMode { get; init; }

    public string? MaximumBytesBilled { get; init; }

    public bool? DryRun { get; init; }
}

internal sealed record WireFormatOptions(bool UseInt64Timestamp);

/// <summary>The answer to a query, and to the question for its further pages.</summary>
internal sealed record WireQueryResponse
{
    public bool JobComplete { get; init; }

    public WireJobReference? JobReference { get; init; }

    public WireSchema? Schema { get; init; }

    public IReadOnlyList<WireRow>? Rows { get; init; }

    public string? TotalRows { get; init; }

    public string? PageToken { get; init; }

    public string? TotalBytesProcessed { get; init; }
}

internal sealed record WireRow(IReadOnlyList<WireCell> F);

internal sealed record WireCell(string? V);

internal sealed record WireTable
{
    public required WireTableReference TableReference { get; init; }

    public WireSchema? Schema { get; init; }

    public string? Description { get; init; }

    public WireTimePartitioning? TimePartitioning { get; init; }

    public WireClustering? Clustering { get; init; }

    public bool? RequirePartitionFilter { get; init; }

    public WireTableConstraints? TableConstraints { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public string? ExpirationTime { get; init; }

    public string? Etag { get; init; }
}

internal sealed record WireTableReference(string ProjectId, string DatasetId, string TableId);

internal sealed record WireSchema(IReadOnlyList<WireField>? Fields);

internal sealed record WireField
{
    public required string Name { get; init; }

    public required string Type { get; init; }

    public string? Mode { get; init; }

    public string? Description { get; init; }

    /// <summary>What someone else has set on a column, such as policy tags: it goes back as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

internal sealed record WireTimePartitioning(string Type, string Field);

internal sealed record WireClustering(IReadOnlyList<string> Fields);

internal sealed record WireTableConstraints(WirePrimaryKey? PrimaryKey);

internal sealed record WirePrimaryKey(IReadOnlyList<string> Columns);

/// <summary>The change of a table's columns: all that it is to have, those that it has with all that is set on them.</summary>
internal sealed record WireSchemaPatch(WireSchema Schema);

internal sealed record WireDataset(WireDatasetReference DatasetReference, string Location);

internal sealed record WireDatasetReference(string ProjectId, string DatasetId);

internal sealed record WireInsertAllResponse(IReadOnlyList<WireRowErrors>? InsertErrors);

internal sealed record WireRowErrors(int Index, IReadOnlyList<WireError>? Errors);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireJob))]
[JsonSerializable(typeof(WireQueryRequest))]
[JsonSerializable(typeof(WireQueryResponse))]
[JsonSerializable(typeof(WireTable))]
[JsonSerializable(typeof(WireSchemaPatch))]
[JsonSerializable(typeof(WireDataset))]
[JsonSerializable(typeof(WireInsertAllResponse))]
internal sealed partial class BigQueryJson : JsonSerializerContext;
