using System.Text.Encodings.Web;
using System.Text.Json;

using NbaProps.GoogleCloud.PubSub;
using NbaProps.Shared.State;

namespace NbaProps.GoogleCloud.Firestore;

/// <summary>Writes <c>firestore.indexes.json</c> in the form of Google's tools, from the declared collections.</summary>
/// <remarks>
/// No composite index is needed: an equality on one field, ordered and bounded by id, is answered by the index that Firestore keeps of that field by itself. What is
/// declared is which fields need none: the body and the mark, whose index entries would cost more than the documents.
/// </remarks>
public static class FirestoreIndexes
{
    private static readonly string[] Unindexed = [FirestoreNames.Body, FirestoreNames.Mark];

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file of everything that the pipeline keeps.</summary>
    public static string OfPipeline() => Write(
        [.. StateCollections.All.Append(new StateCollection(DeadLetterDocument.Collection)).Append(new StateCollection(DeadLetterDocument.Parts)).OrderBy(collection => collection.Name, StringComparer.Ordinal)]);

    private static string Write(IReadOnlyList<StateCollection> collections)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Readable))
        {
            json.WriteStartObject();
            json.WriteStartArray("indexes");
            json.WriteEndArray();
            json.WriteStartArray("fieldOverrides");
            foreach (var collection in collections)
            {
                foreach (var field in Unindexed)
                {
                    Override(json, collection.Name, field);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray()) + "\n";
    }

    private static void Override(Utf8JsonWriter json, string collection, string field)
    {
        json.WriteStartObject();
        json.WriteString("collectionGroup", collection);
        json.WriteString("fieldPath", field);
        json.WriteStartArray("indexes");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
