using System.Text.Json;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>A document of stats.nba.com's older form: what was asked, and tables with headers.</summary>
/// <param name="Resource">What the league calls it.</param>
/// <param name="Parameters">What was asked, in the league's words.</param>
/// <param name="Sets">The tables.</param>
internal sealed record StatsDocument(string Resource, IReadOnlyList<(string Name, object? Value)> Parameters, params IReadOnlyList<StatsTable> Sets)
{
    /// <summary>The document as JSON.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("resource", Resource);
        json.WriteStartObject("parameters");
        foreach (var (name, value) in Parameters)
        {
            json.WritePropertyName(name);
            Cell(json, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("resultSets");
        foreach (var set in Sets)
        {
            json.WriteStartObject();
            json.WriteString("name", set.Name);
            Row(json, "headers", set.Headers);
            json.WriteStartArray("rowSet");
            foreach (var row in set.Rows)
            {
                Row(json, name: null, row);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, string? name, IEnumerable<object?> cells)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        json.WriteStartArray();
        foreach (var cell in cells)
        {
            Cell(json, cell);
        }

        json.WriteEndArray();
    }

    private static void Cell(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case int whole:
                json.WriteNumberValue(whole);
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case double number:
                json.WriteRawValue(NbaJson.DecimalText(number), skipInputValidation: true);
                break;
            default:
                throw new ArgumentException($"No cell is a {cell.GetType().Name}.", nameof(cell));
        }
    }
}

/// <summary>A table of such a document.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Headers">Its columns.</param>
/// <param name="Rows">Its rows; texts, whole numbers, doubles and null, in the order of the headers.</param>
internal sealed record StatsTable(string Name, IReadOnlyList<string> Headers, IEnumerable<IReadOnlyList<object?>> Rows);
