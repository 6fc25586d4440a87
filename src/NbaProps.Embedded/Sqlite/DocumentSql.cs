using System.Globalization;
using System.Text;

using Microsoft.Data.Sqlite;

using NbaProps.Shared.State;

using static NbaProps.Embedded.Sqlite.SqliteConnections;

namespace NbaProps.Embedded.Sqlite;

/// <summary>The statements of the document store.</summary>
internal static class DocumentSql
{
    /// <summary>Creates the tables where they are missing.</summary>
    public static void Initialise(SqliteConnection connection) => Execute(
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
    public static bool IsFilled(SqliteConnection connection) =>
        Scalar(connection, "SELECT 1 FROM sqlite_master WHERE name = 'documents_attention'") is not null;

    /// <summary>The document, or null.</summary>
    public static Document? Find(SqliteConnection connection, DocumentPath path)
    {
        using var command = Command(
            connection, "SELECT body, version FROM documents WHERE collection = @collection AND id = @id", ("@collection", path.Collection), ("@id", path.Id));
        using var reader = command.ExecuteReader();
        return reader.Read() ? new Document(path, reader.GetString(0), Text(reader.GetInt64(1))) : null;
    }

    /// <summary>The document's version, or null.</summary>
    public static string? FindVersion(SqliteConnection connection, DocumentPath path) =>
        Scalar(connection, "SELECT version FROM documents WHERE collection = @collection AND id = @id", ("@collection", path.Collection), ("@id", path.Id)) is long version
            ? Text(version)
            : null;

    /// <summary>Applies one write; its new version, or empty text for a deletion.</summary>
    public static string Apply(SqliteConnection connection, DocumentWrite write)
    {
        if (write.Json is null)
        {
            using var delete = Command(
                connection, "DELETE FROM documents WHERE collection = @collection AND id = @id", ("@collection", write.Path.Collection), ("@id", write.Path.Id));
            delete.ExecuteNonQuery();
            return string.Empty;
        }

        // One counter for all documents: a document that is deleted and made again never has an old version.
        Execute(connection, "UPDATE last_version SET value = value + 1");
        var version = (long)Scalar(connection, "SELECT value FROM last_version")!;
        using var put = Command(
            connection,
            """
            INSERT INTO documents(collection, id, body, version) VALUES (@collection, @id, @body, @version)
            ON CONFLICT(collection, id) DO UPDATE SET body = excluded.body, version = excluded.version
            """,
            ("@collection", write.Path.Collection),
            ("@id", write.Path.Id),
            ("@body", write.Json),
            ("@version", version));
        put.ExecuteNonQuery();
        return Text(version);
    }

    /// <summary>The documents of a query that has been checked.</summary>
    public static IReadOnlyList<Document> Query(SqliteConnection connection, DocumentQuery query)
    {
        using var command = Command(connection, "", ("@collection", query.Collection));
        command.CommandText = Select(command, query);
        using var reader = command.ExecuteReader();
        var documents = new List<Document>();
        while (reader.Read())
        {
            documents.Add(new Document(new DocumentPath(query.Collection, reader.GetString(0)), reader.GetString(1), Text(reader.GetInt64(2))));
        }

        return documents;
    }

    /// <summary>The text of a query, with its parameters added to the command.</summary>
    internal static string Select(SqliteCommand command, DocumentQuery query)
    {
        // The planner does not know that few documents need attention.
        var index = query is { Field: "attention", Value: true } ? " INDEXED BY documents_attention" : string.Empty;
        var sql = new StringBuilder($"SELECT id, body, version FROM documents{index} WHERE collection = @collection");
        if (query.FromId is not null)
        {
            sql.Append(" AND id >= @from");
            command.Parameters.AddWithValue("@from", query.FromId);
        }

        if (query.ToId is not null)
        {
            sql.Append(" AND id <= @to");
            command.Parameters.AddWithValue("@to", query.ToId);
        }

        if (query.Field is not null)
        {
            sql.Append(FieldIs(command, query.Field, query.Value!));
        }

        sql.Append(" ORDER BY id");
        if (query.Limit is { } limit)
        {
            sql.Append(CultureInfo.InvariantCulture, $" LIMIT {limit}");
        }

        return sql.ToString();
    }

    /// <summary>The type is compared too: json_extract gives 1 for true as well as for 1. True and false are literals because the index on attention needs them so.</summary>
    private static string FieldIs(SqliteCommand command, string field, object value)
    {
        var extract = $" AND json_extract(body, '$.{field}') = ";
        var type = $" AND json_type(body, '$.{field}') = ";
        switch (value)
        {
            case bool flag:
                return flag ? extract + "1" + type + "'true'" : extract + "0" + type + "'false'";
            case string:
                command.Parameters.AddWithValue("@value", value);
                return extract + "@value" + type + "'text'";
            default:
                command.Parameters.AddWithValue("@value", value);
                return extract + "@value" + type + "'integer'";
        }
    }

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);
}
