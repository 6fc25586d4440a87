using System.Globalization;
using System.Security.Cryptography;

using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.GoogleCloud.Firestore;

/// <summary>The coordination store in Firestore, over its REST interface.</summary>
/// <remarks>
/// <para>A version is the document's update time, as Firestore writes it; a condition on it needs no transaction. Store time is that of the read or the commit.</para>
/// <para>A commit is sent once. When its answer is lost it is a <see cref="TransientException"/>, and the caller reads the documents again, as the port asks for. Reads are
/// repeated. Two commits that met at one document (Firestore's ABORTED) are transient too.</para>
/// <para>Two writes of one document in one commit, a body that is no JSON object and a bad path or field are an <see cref="ArgumentException"/>; so is a query by a field
/// that is not declared, which production has no index for.</para>
/// </remarks>
public sealed class FirestoreStateStore : IStateStore
{
    /// <summary>How many documents one page of a query brings.</summary>
    internal const int DocumentsPerPage = 1000;

    private readonly GoogleRestClient _client;
    private readonly FirestoreNames _names;
    private readonly FirestoreWrites _writes;
    private readonly FirestoreQueries _queries;
    private readonly Dictionary<string, IReadOnlyList<string>> _asked;

    /// <summary>A store over a database.</summary>
    /// <param name="client">The way to Firestore.</param>
    /// <param name="project">The project's id.</param>
    /// <param name="database">The database, such as <c>(default)</c>.</param>
    /// <param name="asked">The collections that may be asked by fields, and those fields.</param>
    public FirestoreStateStore(GoogleRestClient client, string project, string database, IReadOnlyList<StateCollection> asked)
    {
        _client = client;
        _names = new(project, database);
        _asked = asked.ToDictionary(collection => collection.Name, collection => collection.AskedBy, StringComparer.Ordinal);
        _writes = new(_names, _asked, RandomNumberGenerator.GetHexString(16, lowercase: true));
        _queries = new(_names);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken)
    {
        var copy = paths.ToArray();
        DocumentRules.Require(copy);
        if (copy.Length == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return [];
        }

        var (documents, readTime) = await ReadAsync([.. copy.Distinct()], cancellationToken);
        return [.. copy.Select(path => new StateRead(documents[path], readTime))];
    }

    /// <inheritdoc/>
    public async Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var copy = writes.ToArray();
        DocumentRules.Require(copy);
        if (copy.Any(write => write.Precondition is Precondition.MustBeVersion version && !IsTime(version.Version)))
        {
            // Firestore never gave such a version: it refuses the whole commit as malformed, where the port's answer is that the condition does not hold.
            return await ConflictAsync(copy, cancellationToken);
        }

        var request = GoogleRequest.Json(
            "Firestore commit", HttpMethod.Post, _names.Method("commit"), new CommitRequest([.. copy.Select(_writes.Of)]), FirestoreJson.Short.CommitRequest);
        var answer = await _client.SendAsync(request, cancellationToken);
        if (answer.Meaning != StatusMeaning.Done && copy.Any(write => write.Precondition is not Precondition.Unconditional))
        {
            return await ConflictAsync(copy, cancellationToken);
        }

        var committed = answer.Read(FirestoreJson.Short.CommitResponse);
        if (committed.WriteResults?.Count != copy.Length)
        {
            throw new TransientException($"{answer.Operation}: the answer names {committed.WriteResults?.Count ?? 0} of {copy.Length} writes");
        }

        return new CommitResult.Committed(
            TimeOf(answer.Operation, committed.CommitTime), [.. copy.Zip(committed.WriteResults, (write, result) => write.Json is null ? string.Empty : result.UpdateTime ?? string.Empty)]);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken)
    {
        DocumentRules.Require(query);
        if (query.Field is { } field && _asked.GetValueOrDefault(query.Collection)?.Contains(field, StringComparer.Ordinal) != true)
        {
            throw new ArgumentException($"Documents of {query.Collection} are not asked for by {field}: a collection declares in StateCollections what it is asked by.", nameof(query));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var documents = new List<Document>();
        string? readTime = null;
        while (true)
        {
            var limit = Math.Min(DocumentsPerPage, (query.Limit ?? int.MaxValue) - documents.Count);
            if (limit == 0)
            {
                return documents;
            }

            // All pages at the time of the first, so that a commit between two of them is not seen by half.
            var page = new RunQueryRequest(_queries.Page(query, documents.LastOrDefault()?.Path.Id, limit), readTime);
            var elements = await ElementsAsync("Firestore query", "runQuery", page, FirestoreJson.Short.RunQueryRequest, cancellationToken);
            var found = elements.Select(element => element.Document).OfType<WireDocument>().Select(DocumentOf).ToArray();
            documents.AddRange(found);
            readTime ??= elements.Select(element => element.ReadTime).OfType<string>().LastOrDefault();
            if (found.Length < limit)
            {
                return documents;
            }
        }
    }

    /// <summary>Names the first write whose condition does not hold; nothing was applied.</summary>
    private async Task<CommitResult.Conflict> ConflictAsync(DocumentWrite[] writes, CancellationToken cancellationToken)
    {
        var conditions = writes.Where(write => write.Precondition is not Precondition.Unconditional).ToArray();
        var (documents, _) = await ReadAsync([.. conditions.Select(write => write.Path)], cancellationToken);

        // Firestore does not say which one it was. Where all hold by now, the first is as good a name as any.
        var failed = conditions.FirstOrDefault(write => !Holds(write.Precondition, documents[write.Path])) ?? conditions[0];
        return new CommitResult.Conflict(failed.Path);
    }

    private static bool Holds(Precondition precondition, Document? document) => precondition switch
    {
        Precondition.MustBeAbsent => document is null,
        Precondition.MustBeVersion version => string.Equals(document?.Version, version.Version, StringComparison.Ordinal),
        _ => true,
    };

    private async Task<(IReadOnlyDictionary<DocumentPath, Document?> Documents, DateTimeOffset ReadTime)> ReadAsync(DocumentPath[] paths, CancellationToken cancellationToken)
    {
        var body = new BatchGetRequest([.. paths.Select(_names.Of)]);
        var elements = await ElementsAsync("Firestore read", "batchGet", body, FirestoreJson.Short.BatchGetRequest, cancellationToken);
        var documents = new Dictionary<DocumentPath, Document?>();
        foreach (var element in elements)
        {
            if (element.Found is { } found)
            {
                documents[_names.PathOf(found.Name)] = DocumentOf(found);
            }
            else if (element.Missing is { } missing)
            {
                documents[_names.PathOf(missing)] = null;
            }
        }

        // A missing answer is not a missing document.
        if (paths.FirstOrDefault(path => !documents.ContainsKey(path)) is { Collection: not null } silent)
        {
            throw new TransientException($"Firestore read: the answer says nothing of {silent}");
        }

        return (documents, TimeOf("Firestore read", elements.Select(element => element.ReadTime).OfType<string>().LastOrDefault()));
    }

    private async Task<ReadElement[]> ElementsAsync<T>(
        string operation, string method, T body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape, CancellationToken cancellationToken)
    {
        var request = GoogleRequest.Json(operation, HttpMethod.Post, _names.Method(method), body, shape) with { Repeatable = true };
        var elements = (await _client.SendAsync(request, cancellationToken)).Read(FirestoreJson.Short.ReadElementArray);
        if (elements.Select(element => element.Error).FirstOrDefault(error => error is not null) is { } error)
        {
            throw new TransientException($"{operation}: broken off: {GoogleError.Of(error)}");
        }

        return elements;
    }

    private Document DocumentOf(WireDocument document) => new(
        _names.PathOf(document.Name),
        document.Fields?.GetValueOrDefault(FirestoreNames.Body)?.StringValue
        ?? throw new PermanentException($"The document {_names.PathOf(document.Name)} has no field '{FirestoreNames.Body}': something else wrote it"),
        document.UpdateTime ?? throw new TransientException($"Firestore says no update time of {_names.PathOf(document.Name)}"));

    private static bool IsTime(string version) => version.EndsWith('Z') && DateTimeOffset.TryParse(version, CultureInfo.InvariantCulture, out _);

    private static DateTimeOffset TimeOf(string operation, string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new TransientException($"{operation}: the answer has no time");
}
