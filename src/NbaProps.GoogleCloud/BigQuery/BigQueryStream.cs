using System.Text.Encodings.Web;
using System.Text.Json;

using NbaProps.Domain;
using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Warehouse;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>
/// Appends to logs by streaming: no job, and no row can be changed for half an hour, which is why only logs are written so. At least once; a row that comes
/// again within about a minute is taken for the same by its insert id, which is a hash of its key.
/// </summary>
/// <param name="client">The way to BigQuery.</param>
/// <param name="names">Addresses.</param>
internal sealed class BigQueryStream(GoogleRestClient client, BigQueryNames names)
{
    private const string Operation = "BigQuery append";

    /// <summary>What BigQuery recommends; it takes 50,000.</summary>
    private const int RowsPerRequest = 500;

    /// <summary>BigQuery takes 10 MB.</summary>
    private const int BytesPerRequest = 9_000_000;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Appends, and says which rows were refused.</summary>
    public async Task<AppendOutcome> AppendAsync(TableSchema table, RowBatch rows, CancellationToken cancellationToken)
    {
        var refused = new SortedDictionary<int, string>();
        var sound = new List<(int Index, byte[] Json)>();
        for (var index = 0; index < rows.Rows.Count; index++)
        {
            if (WarehouseRules.Broken(table, rows.Rows[index]) is { } reason)
            {
                refused.Add(index, reason);
            }
            else
            {
                sound.Add((index, Row(table, rows, index)));
            }
        }

        for (var from = 0; from < sound.Count;)
        {
            var chunk = Chunk(sound, from);
            foreach (var (place, reason) in await SendAsync(table, chunk, cancellationToken))
            {
                refused.Add(chunk[place].Index, reason);
            }

            from += chunk.Count;
        }

        return new AppendOutcome(rows.Rows.Count - refused.Count, [.. refused.Select(pair => new RefusedRow(pair.Key, pair.Value))]);
    }

    private async Task<IReadOnlyList<(int Place, string Reason)>> SendAsync(TableSchema table, List<(int Index, byte[] Json)> rows, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();

            // One bad row must not keep the others out; and an unknown column is an error.
            writer.WriteBoolean("skipInvalidRows", true);
            writer.WriteBoolean("ignoreUnknownValues", false);
            writer.WriteStartArray("rows");
            foreach (var (_, json) in rows)
            {
                writer.WriteRawValue(json, skipInputValidation: true);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        var body = buffer.ToArray();
        var request = new GoogleRequest(Operation, HttpMethod.Post, new Uri($"{names.AddressOf(names.Of(table))}/insertAll", UriKind.Relative))
        {
            // Appends are at least once.
            Repeatable = true,
            Content = () => new ByteArrayContent(body) { Headers = { ContentType = new("application/json", "utf-8") } },
        };
        var answer = (await client.SendAsync(request, cancellationToken)).Read(BigQueryJson.Default.WireInsertAllResponse);
        return [.. (answer.InsertErrors ?? []).Select(row => (row.Index, Reason(row)))];
    }

    private static string Reason(WireRowErrors row)
    {
        var error = row.Errors is [var first, ..] ? first : new WireError("unknown", Location: null, "BigQuery gave no reason");
        return JobFault.IsPassing(error)
            ? throw JobFault.Of($"{Operation}, row {row.Index}", error)
            : string.Join("; ", (row.Errors ?? [error]).Select(one => $"{one.Location} {one.Reason}: {one.Message}".Trim()));
    }

    private static byte[] Row(TableSchema table, RowBatch rows, int index)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("insertId", InsertId(table, rows, index));
            writer.WritePropertyName("json");
            BigQueryValues.Write(writer, rows.Columns, rows.Rows[index]);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static string InsertId(TableSchema table, RowBatch rows, int index) =>
        ContentHash.Of([.. table.Key.Select(name => BigQueryValues.Text(rows.Rows[index][Place(rows.Columns, name)]) ?? string.Empty)]);

    private static int Place(IReadOnlyList<string> columns, string name)
    {
        for (var place = 0; ; place++)
        {
            if (string.Equals(columns[place], name, StringComparison.Ordinal))
            {
                return place;
            }
        }
    }

    private static List<(int Index, byte[] Json)> Chunk(List<(int Index, byte[] Json)> rows, int from)
    {
        var (chunk, bytes) = (new List<(int, byte[])>(), 0);
        foreach (var row in rows.Skip(from).Take(RowsPerRequest))
        {
            bytes += row.Json.Length + 1;
            if (bytes > BytesPerRequest && chunk.Count > 0)
            {
                break;
            }

            chunk.Add(row);
        }

        return chunk;
    }
}
