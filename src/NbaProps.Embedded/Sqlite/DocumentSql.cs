using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

using NbaProps.Shared.State;

using static NbaProps.Embedded.Sqlite.SqliteConnections;

namespace NbaProps.Embedded.Sqlite;

/// <summary>The statements of the document store.</summary>
internal static class DocumentSql
{
    /// <summary>Creates the tables where they are missing.</summary>
    public static void Initialise(PreparedConnection connection) => Execute(
        connection,
        """
        CREATE TABLE IF NOT EXISTS documents(
            collection TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL,
            PRIMARY KEY(collection, id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS documents_attention ON documents(collection, json_extract(body, '$.attention'))
            WHERE json_extract(body, '$.attention') = 1;
        CREATE TABLE IF NOT EXISTS last_version(one INTEGER PRIMARY KEY CHECK (one = 1), value INTEGER NOT NULL);
        INSERT OR IGNORE INTO last_version(one, value) VALUES (1, 0);
        """);

    /// <summary>Whether the tables have been made.</summary>
    public static bool IsFilled(PreparedConnection connection) =>
        Scalar(connection, "SELECT 1 FROM sqlite_master WHERE name = 'documents_attention'") is not null;

    private static Document? Find(PreparedConnection connection, DocumentPath path)
    {
        var command = connection.Kept(
            "SELECT body, version FROM documents WHERE collection = @collection AND id = @id", ("@collection", path.Collection), ("@id", path.Id));
        using var reader = command.ExecuteReader();
        return reader.Read() ? new Document(path, reader.GetString(0), Text(reader.GetInt64(1))) : null;
    }

    /// <summary>The documents, null for each that is not there. One statement, so that all are of one moment.</summary>
    public static Document?[] FindAll(PreparedConnection connection, DocumentPath[] paths)
    {
        if (paths is [var only])
        {
            return [Find(connection, only)];
        }

        var command = connection.Kept(
            """
            SELECT asked.key, documents.body, documents.version FROM json_each(@paths) AS asked
            CROSS JOIN documents ON documents.collection = json_extract(asked.value, '$[0]') AND documents.id = json_extract(asked.value, '$[1]')
            """,
            ("@paths", PathsOf(paths)));
        var documents = new Document?[paths.Length];
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var at = reader.GetInt32(0);
            documents[at] = new Document(paths[at], reader.GetString(1), Text(reader.GetInt64(2)));
        }

        return documents;
    }

    // [["collection","id"],...]
    private static string PathsOf(DocumentPath[] paths)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var path in paths)
            {
                json.WriteStartArray();
                json.WriteStringValue(path.Collection);
                json.WriteStringValue(path.Id);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The document's version, or null.</summary>
    public static string? FindVersion(PreparedConnection connection, DocumentPath path) =>
        Scalar(connection, "SELECT version FROM documents WHERE collection = @collection AND id = @id", ("@collection", path.Collection), ("@id", path.Id)) is long version
            ? Text(version)
            : null;

    /// <summary>Applies one write; its new version, or empty text for a deletion.</summary>
    public static string Apply(PreparedConnection connection, DocumentWrite write)
    {
        if (write.Json is null)
        {
            connection.Kept(
                "DELETE FROM documents WHERE collection = @collection AND id = @id", ("@collection", write.Path.Collection), ("@id", write.Path.Id)).ExecuteNonQuery();
            return string.Empty;
        }

        // One counter for all documents: a document that is deleted and made again never has an old version.
        var version = (long)Scalar(connection, "UPDATE last_version SET value = value + 1 RETURNING value")!;
        connection.Kept(
            """
            INSERT INTO documents(collection, id, body, version) VALUES (@collection, @id, @body, @version)
            ON CONFLICT(collection, id) DO UPDATE SET body = excluded.body, version = excluded.version
            """,
            ("@collection", write.Path.Collection),
            ("@id", write.Path.Id),
            ("@body", write.Json),
            ("@version", version)).ExecuteNonQuery();
        return Text(version);
    }

    /// <summary>The documents of a query that has been checked.</summary>
    public static IReadOnlyList<Document> Query(PreparedConnection connection, DocumentQuery query)
    {
        var (sql, parameters) = Select(query);
        var command = connection.Kept(sql, parameters);
        using var reader = command.ExecuteReader();
        var documents = new List<Document>();
        while (reader.Read())
        {
            documents.Add(new Document(new DocumentPath(query.Collection, reader.GetString(0)), reader.GetString(1), Text(reader.GetInt64(2))));
        }

        return documents;
    }

    /// <summary>The text of a query, and its parameters.</summary>
    internal static (string Sql, (string Name, object Value)[] Parameters) Select(DocumentQuery query)
    {
        var parameters = new List<(string, object)> { ("@collection", query.Collection) };

        // The planner does not know that few documents need attention.
        var index = query is { Field: "attention", Value: true } ? " INDEXED BY documents_attention" : string.Empty;
        var sql = new StringBuilder($"SELECT id, body, version FROM documents{index} WHERE collection = @collection");
        if (query.FromId is not null)
        {
            sql.Append(" AND id >= @from");
            parameters.Add(("@from", query.FromId));
        }

        if (query.ToId is not null)
        {
            sql.Append(" AND id <= @to");
            parameters.Add(("@to", query.ToId));
        }

        if (query.Field is not null)
        {
            sql.Append(FieldIs(parameters, query.Field, query.Value!));
        }

        sql.Append(" ORDER BY id");
        if (query.Limit is { } limit)
        {
            sql.Append(CultureInfo.InvariantCulture, $" LIMIT {limit}");
        }

        return (sql.ToString(), [.. parameters]);
    }

    /// <summary>The type is compared too: json_extract gives 1 for true as well as for 1. True and false are literals because the index on attention needs them so.</summary>
    private static string FieldIs(List<(string Name, object Value)> parameters, string field, object value)
    {
        var extract = $" AND json_extract(body, '$.{field}') = ";
        var type = $" AND json_type(body, '$.{field}') = ";
        switch (value)
        {
            case bool flag:
                return flag ? extract + "1" + type + "'true'" : extract + "0" + type + "'false'";
            case string:
                parameters.Add(("@value", value));
                return extract + "@value" + type + "'text'";
            default:
                parameters.Add(("@value", value));
                return extract + "@value" + type + "'integer'";
        }
    }

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);
}
