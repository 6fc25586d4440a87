using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Objects;

namespace NbaProps.Tests.Support;

/// <summary>A bucket that holds what is known of main, as somebody outside put it there.</summary>
internal sealed class Bucket : IObjectStore
{
    public byte[]? Head { get; set; }

    public bool Fails { get; set; }

    public Bucket Publish(MainHistory history)
    {
        Head = HeadFile.Write(history);
        return this;
    }

    public Task<StoredObject?> GetAsync(string path, CancellationToken cancellationToken) => Fails
        ? throw new IOException("the bucket does not answer")
        : Task.FromResult(path == "deployments/head.json" && Head is { } head ? new StoredObject(head, new SortedDictionary<string, string>()) : null);

    public Task<PutOutcome> PutIfAbsentAsync(string path, StoredObject content, CancellationToken cancellationToken) => throw new InvalidOperationException("nobody writes here");

    public Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken) => throw new InvalidOperationException("nobody looks through it");
}
