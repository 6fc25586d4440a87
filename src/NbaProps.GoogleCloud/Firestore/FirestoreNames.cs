using NbaProps.Shared.State;

namespace NbaProps.GoogleCloud.Firestore;

/// <summary>Names of documents, and of what is in them.</summary>
/// <param name="project">The project.</param>
/// <param name="database">The database.</param>
internal sealed class FirestoreNames(string project, string database)
{
    /// <summary>The field that holds the body as it was handed over. Read back from Firestore's own values it would be another text.</summary>
    public const string Body = "json";

    /// <summary>The field that no two writes share. Firestore keeps the update time of a document that is written as it was, and a version must not be.</summary>
    public const string Mark = "mark";

    /// <summary>The map of those fields of the body that queries ask for.</summary>
    public const string Fields = "fields";

    /// <summary>How the id is called in queries.</summary>
    public const string Id = "__name__";

    private readonly string _documents = $"projects/{project}/databases/{database}/documents";

    /// <summary>A method's address, relative to the interface's.</summary>
    public string Method(string name) => $"v1/{_documents}:{name}";

    /// <summary>The document's full name.</summary>
    public string Of(DocumentPath path) => Of(path.Collection, path.Id);

    /// <summary>The document's full name.</summary>
    public string Of(string collection, string id) => $"{_documents}/{collection}/{id}";

    /// <summary>The path in a full name.</summary>
    public DocumentPath PathOf(string name)
    {
        var rest = name.AsSpan(_documents.Length + 1);
        var slash = rest.IndexOf('/');
        return new DocumentPath(rest[..slash].ToString(), rest[(slash + 1)..].ToString());
    }
}
