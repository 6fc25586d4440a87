namespace NbaProps.Shared.State;

/// <summary>Records of documents that were read before: a body that has not changed since is not parsed again. Safe for many threads.</summary>
/// <param name="capacity">How many are kept; one more, and all are forgotten.</param>
/// <typeparam name="T">An immutable record of <see cref="StateJson"/>.</typeparam>
internal sealed class DocumentRecords<T>(int capacity)
    where T : class
{
    private readonly Dictionary<string, (string Json, T Record)> _known = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>The record in a document. All documents that one instance is asked for are of one collection.</summary>
    public T Of(Document document)
    {
        lock (_gate)
        {
            // By the body, not by the version: what says the same is the same, whatever a store takes for a version.
            if (_known.TryGetValue(document.Path.Id, out var known) && string.Equals(known.Json, document.Json, StringComparison.Ordinal))
            {
                return known.Record;
            }
        }

        var record = StateJson.Read<T>(document.Json);
        lock (_gate)
        {
            if (_known.Count >= capacity)
            {
                _known.Clear();
            }

            _known[document.Path.Id] = (document.Json, record);
        }

        return record;
    }
}
