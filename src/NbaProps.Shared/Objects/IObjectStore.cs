namespace NbaProps.Shared.Objects;

/// <summary>The raw archive: immutable objects under paths. There is no overwrite and no delete.</summary>
public interface IObjectStore
{
    /// <summary>Stores the bytes as they are unless the path is taken; a path that is taken is success, its bytes are kept.</summary>
    Task<PutOutcome> PutIfAbsentAsync(string path, StoredObject content, CancellationToken cancellationToken);

    /// <summary>The object, or null when there is none.</summary>
    Task<StoredObject?> GetAsync(string path, CancellationToken cancellationToken);

    /// <summary>Paths that start with the prefix, ordered ordinally.</summary>
    Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken);
}

/// <summary>What happened to a put.</summary>
public enum PutOutcome
{
    /// <summary>The object did not exist and was stored.</summary>
    Created,

    /// <summary>The path was taken already.</summary>
    AlreadyThere,
}

/// <summary>Bytes with what is known about them.</summary>
/// <param name="Bytes">The payload exactly as the upstream sent it.</param>
/// <param name="Metadata">URL, status, headers that matter, capture time; keys are lower case.</param>
public sealed record StoredObject(ReadOnlyMemory<byte> Bytes, IReadOnlyDictionary<string, string> Metadata);
