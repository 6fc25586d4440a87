using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

using NbaProps.Shared.Storage;

namespace NbaProps.Shared.State;

/// <summary>What the callers of a state store must keep to. A breach is a mistake in our code, so it is an <see cref="ArgumentException"/>.</summary>
public static partial class DocumentRules
{
    /// <summary>Firestore's limit for an id, in UTF-8 bytes.</summary>
    private const int LongestId = 1500;

    private static readonly SearchValues<char> CollectionCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>Refuses a commit with a bad path, a body that is no JSON object, or two writes of one document.</summary>
    public static void Require(IReadOnlyList<DocumentWrite> writes)
    {
        var paths = new HashSet<DocumentPath>();
        foreach (var write in writes)
        {
            Require(write.Path);
            if (!paths.Add(write.Path))
            {
                throw new ArgumentException($"A commit writes {write.Path} twice; one write per document.", nameof(writes));
            }

            if (write.Json is { } json)
            {
                using var parsed = Parse(write.Path, json);
            }
        }
    }

    /// <summary>Refuses a reading of paths of which one is such that not every store could hold it.</summary>
    public static void Require(IReadOnlyList<DocumentPath> paths)
    {
        foreach (var path in paths)
        {
            Require(path);
        }
    }

    /// <summary>Refuses a path that not every store could hold.</summary>
    public static void Require(DocumentPath path)
    {
        RequireCollection(path.Collection);
        if (string.IsNullOrEmpty(path.Id) || path.Id is "." or ".." || IsReserved(path.Id) || path.Id.Contains('/', StringComparison.Ordinal)
            || Encoding.UTF8.GetByteCount(path.Id) > LongestId || TextRules.Broken(path.Id) is not null)
        {
            throw new ArgumentException($"'{path}' is no document path: an id is 1 to {LongestId} bytes of text without slash or NUL, not '.', '..' or '__…__'.", nameof(path));
        }
    }

    /// <summary>Refuses a query whose field is no plain name or whose value is no string, bool or long.</summary>
    public static void Require(DocumentQuery query)
    {
        RequireCollection(query.Collection);
        if (query.Limit < 0)
        {
            throw new ArgumentException($"A limit of {query.Limit} is below zero.", nameof(query));
        }

        if (query.Field is null)
        {
            return;
        }

        if (!FieldName().IsMatch(query.Field))
        {
            throw new ArgumentException($"'{query.Field}' is no top-level field: letters, digits and _, a letter first.", nameof(query));
        }

        if (query.Value is not (string or bool or long))
        {
            throw new ArgumentException($"A field is compared with a string, a bool or a long, not with a {query.Value?.GetType().Name ?? "null"}.", nameof(query));
        }
    }

    /// <summary>The body, which must be one JSON object.</summary>
    public static JsonDocument Parse(DocumentPath path, string json)
    {
        try
        {
            var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && TextRules.Broken(json) is null
                ? document
                : throw new ArgumentException($"The body of {path} is not one JSON object.", nameof(json));
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The body of {path} is not JSON: {exception.Message}", nameof(json), exception);
        }
    }

    // Firestore keeps ids with two underscores at both ends for itself.
    private static bool IsReserved(string id) => id.Length >= 4 && id.StartsWith("__", StringComparison.Ordinal) && id.EndsWith("__", StringComparison.Ordinal);

    private static void RequireCollection(string collection)
    {
        // Each call of a store asks this: a set lookup each, where a pattern took a twentieth of a busy process.
        if (collection is not { Length: >= 1 and <= 100 } || collection[0] is < 'a' or > 'z' || collection.AsSpan().ContainsAnyExcept(CollectionCharacters))
        {
            throw new ArgumentException($"'{collection}' is no collection: lower-case letters, digits, _ and -, a letter first.", nameof(collection));
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,99}\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FieldName();
}
