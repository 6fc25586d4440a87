using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

using NbaProps.Shared.State;

namespace NbaProps.Embedded.InMemory;

/// <summary>The coordination store in memory. Every call completes before it returns, on the caller's thread; safe for many threads.</summary>
/// <param name="time">The store's clock.</param>
/// <remarks>Two writes of one document in one commit, a body that is no JSON object and a bad path or field are an <see cref="ArgumentException"/>.</remarks>
public sealed class InMemoryStateStore(TimeProvider time) : IStateStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Collection> _collections = new(StringComparer.Ordinal);
    private long _lastVersion;

    /// <inheritdoc/>
    public Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        DocumentRules.Require(paths);
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var reads = new StateRead[paths.Count];
            for (var at = 0; at < reads.Length; at++)
            {
                reads[at] = new StateRead(Find(paths[at])?.Document, now);
            }

            return (IReadOnlyList<StateRead>)reads;
        }
    });

    /// <inheritdoc/>
    public Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        DocumentRules.Require(writes);
        lock (_gate)
        {
            foreach (var write in writes)
            {
                if (!Holds(write.Precondition, Find(write.Path)?.Document))
                {
                    return new CommitResult.Conflict(write.Path);
                }
            }

            return (CommitResult)new CommitResult.Committed(time.GetUtcNow(), [.. writes.Select(Apply)]);
        }
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) => Inline.Run(cancellationToken, () =>
    {
        DocumentRules.Require(query);
        lock (_gate)
        {
            var found = _collections.TryGetValue(query.Collection, out var collection)
                ? collection.Between(query.FromId, query.ToId).Where(stored => query.Field is null || Matches(stored.Body, query)).Select(stored => stored.Document)
                : [];
            return (IReadOnlyList<Document>)found.Take(query.Limit ?? int.MaxValue).ToArray();
        }
    });

    /// <summary>Every document of every collection, ordered by collection and id: what tests compare.</summary>
    public IReadOnlyList<Document> Dump()
    {
        lock (_gate)
        {
            return [.. _collections.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Between(null, null)).Select(stored => stored.Document)];
        }
    }

    /// <summary>A store of its own with the same documents, on another clock: what happens to one does not happen to the other.</summary>
    /// <param name="clock">The clock of the new one.</param>
    /// <param name="without">Collections that it shall not have.</param>
    public InMemoryStateStore Fork(TimeProvider clock, params IReadOnlyCollection<string> without)
    {
        var fork = new InMemoryStateStore(clock);
        lock (_gate)
        {
            fork._lastVersion = _lastVersion;
            foreach (var (name, collection) in _collections.Where(pair => !without.Contains(pair.Key, StringComparer.Ordinal)))
            {
                fork._collections.Add(name, collection.Fork());
            }
        }

        return fork;
    }

    private static bool Holds(Precondition precondition, Document? now) => precondition switch
    {
        Precondition.Unconditional => true,
        Precondition.MustBeAbsent => now is null,
        Precondition.MustBeVersion version => string.Equals(now?.Version, version.Version, StringComparison.Ordinal),
        _ => throw new ArgumentException($"Unknown precondition {precondition}.", nameof(precondition)),
    };

    private static bool Matches(JsonElement body, DocumentQuery query)
    {
        return body.TryGetProperty(query.Field!, out var field) && query.Value switch
        {
            string text => field.ValueKind == JsonValueKind.String && field.ValueEquals(text),
            bool flag => field.ValueKind == (flag ? JsonValueKind.True : JsonValueKind.False),
            long number => field.ValueKind == JsonValueKind.Number && field.TryGetInt64(out var value) && value == number,
            _ => false,
        };
    }

    private Stored? Find(DocumentPath path) => _collections.GetValueOrDefault(path.Collection)?.Find(path.Id);

    private string Apply(DocumentWrite write)
    {
        if (!_collections.TryGetValue(write.Path.Collection, out var collection))
        {
            _collections[write.Path.Collection] = collection = new Collection();
        }

        if (write.Json is null)
        {
            collection.Remove(write.Path.Id);
            return string.Empty;
        }

        _lastVersion++;
        var document = new Document(write.Path, write.Json, _lastVersion.ToString(CultureInfo.InvariantCulture));
        collection.Put(write.Path.Id, new Stored(document));
        return document.Version;
    }

    /// <summary>A document. Few are ever asked by field: its body is opened then.</summary>
    private sealed class Stored(Document document)
    {
        private StrongBox<JsonElement>? _body;

        public Document Document { get; } = document;

        public JsonElement Body => (_body ??= new(Open(Document.Json))).Value;

        private static JsonElement Open(string json)
        {
            using var body = JsonDocument.Parse(json);
            return body.RootElement.Clone();
        }
    }

    /// <summary>Documents by id, with the ids in order so that a range does not walk the whole collection.</summary>
    private sealed class Collection
    {
        private readonly Dictionary<string, Stored> _documents = new(StringComparer.Ordinal);
        private readonly List<string> _ids = [];

        public Stored? Find(string id) => _documents.GetValueOrDefault(id);

        public void Put(string id, Stored stored)
        {
            if (!_documents.ContainsKey(id))
            {
                _ids.Insert(FirstNotBefore(id), id);
            }

            _documents[id] = stored;
        }

        public void Remove(string id)
        {
            if (_documents.Remove(id))
            {
                _ids.RemoveAt(FirstNotBefore(id));
            }
        }

        public Collection Fork()
        {
            var fork = new Collection();
            fork._documents.EnsureCapacity(_documents.Count);
            foreach (var (id, stored) in _documents)
            {
                fork._documents.Add(id, stored);
            }

            fork._ids.AddRange(_ids);
            return fork;
        }

        public IEnumerable<Stored> Between(string? from, string? to)
        {
            for (var at = from is null ? 0 : FirstNotBefore(from); at < _ids.Count && (to is null || string.CompareOrdinal(_ids[at], to) <= 0); at++)
            {
                yield return _documents[_ids[at]];
            }
        }

        private int FirstNotBefore(string id)
        {
            var found = _ids.BinarySearch(id, StringComparer.Ordinal);
            return found < 0 ? ~found : found;
        }
    }
}
