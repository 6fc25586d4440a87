using System.ComponentModel.DataAnnotations;

namespace NbaProps.GoogleCloud.Storage;

/// <summary>The raw archive in Cloud Storage.</summary>
public sealed record CloudStorageOptions
{
    /// <summary>The bucket's name, such as <c>my-project-1-archive</c>; it must exist. Needed in mode cloud.</summary>
    [RegularExpression("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]")]
    public string? Bucket { get; init; }
}
