using NbaProps.Shared.Objects;

namespace NbaProps.Embedded.InMemory;

/// <summary>The raw archive in memory. Every call completes before it returns, on the caller's thread; safe for many threads.</summary>
/// <remarks>A path that is not a list of plain names with slashes between is an <see cref="ArgumentException"/>.</remarks>
public sealed class InMemoryObjectStore : IObjectStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, StoredObject> _objects = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<PutOutcome> PutIfAbsentAsync(string path, StoredObject content, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        ObjectRules.RequirePath(path);
        ObjectRules.RequireMetadata(content);
        lock (_gate)
        {
            return _objects.TryAdd(path, Copy(content)) ? PutOutcome.Created : PutOutcome.AlreadyThere;
        }
    });

    /// <inheritdoc/>
    public Task<StoredObject?> GetAsync(string path, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        ObjectRules.RequirePath(path);
        lock (_gate)
        {
            return _objects.GetValueOrDefault(path);
        }
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        ObjectRules.RequirePrefix(prefix);
        lock (_gate)
        {
            return (IReadOnlyList<string>)_objects.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).ToArray();
        }
    });

    /// <summary>A store of its own with the same objects: what happens to one does not happen to the other.</summary>
    public InMemoryObjectStore Fork()
    {
        var fork = new InMemoryObjectStore();
        lock (_gate)
        {
            foreach (var (path, content) in _objects)
            {
                fork._objects.Add(path, content);
            }
        }

        return fork;
    }

    /// <summary>The caller keeps its buffer and may reuse it.</summary>
    private static StoredObject Copy(StoredObject content) =>
        new(content.Bytes.ToArray(), new Dictionary<string, string>(content.Metadata, StringComparer.Ordinal));
}
