using System.Text.Json.Serialization;

namespace NbaProps.GoogleCloud.Storage;

// The messages of Cloud Storage's JSON interface, version 1, as far as they are used. Names and meaning: Google's reference of storage v1.

internal sealed record StorageObject
{
    public string? Name { get; init; }

    public string? ContentType { get; init; }

    public string? CacheControl { get; init; }

    /// <summary>See <see cref="Storage.Crc32C"/>. Sent with an upload it is compared by Google before the object appears.</summary>
    public string? Crc32c { get; init; }

    /// <summary>64-bit integers travel as text.</summary>
    public string? Generation { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>A bucket as it is made.</summary>
internal sealed record StorageBucket(string Name, string Location)
{
    /// <summary>Unsaid, deleted objects are kept for a week, and cost what others do.</summary>
    public SoftDeletePolicy? SoftDeletePolicy { get; init; }

    public BucketAccess? IamConfiguration { get; init; }
}

/// <summary>How long deleted objects are kept, in seconds; 64-bit integers travel as text.</summary>
internal sealed record SoftDeletePolicy(string RetentionDurationSeconds);

/// <summary>Who may look into a bucket: with uniform access only who has a right on the bucket, which many organisations ask for.</summary>
internal sealed record BucketAccess(UniformAccess UniformBucketLevelAccess, string PublicAccessPrevention);

internal sealed record UniformAccess(bool Enabled);

internal sealed record StorageObjects(IReadOnlyList<StorageObject>? Items, string? NextPageToken);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StorageObject))]
[JsonSerializable(typeof(StorageObjects))]
[JsonSerializable(typeof(StorageBucket))]
internal sealed partial class StorageJson : JsonSerializerContext;
