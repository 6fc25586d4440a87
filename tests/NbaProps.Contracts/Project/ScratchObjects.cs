using NbaProps.Shared.Objects;

namespace NbaProps.Contracts.Project;

/// <summary>A store whose objects lie in a folder of a larger one.</summary>
/// <param name="inner">The larger one.</param>
/// <param name="folder">The folder, with a slash behind.</param>
internal sealed class ScratchObjects(IObjectStore inner, string folder) : IObjectStore
{
    public Task<PutOutcome> PutIfAbsentAsync(string path, StoredObject content, CancellationToken cancellationToken) => inner.PutIfAbsentAsync(folder + path, content, cancellationToken);

    public Task<StoredObject?> GetAsync(string path, CancellationToken cancellationToken) => inner.GetAsync(folder + path, cancellationToken);

    public async Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        [.. (await inner.ListAsync(folder + prefix, cancellationToken)).Select(path => path[folder.Length..])];
}
