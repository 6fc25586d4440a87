using System.Text.Json;

using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.Cli.Rendering;

/// <summary>What a comparison of schemas found, as JSON.</summary>
internal static class SchemaJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<SchemaFinding> findings)
    {
        json.WriteStartObject();
        Write(json, "findings", findings);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, int tables, SchemaMigrationReport report)
    {
        json.WriteStartObject();
        json.WriteNumber("tables", tables);
        JsonOutput.Texts(json, "changed", report.Changed);
        Write(json, "refused", report.Refused);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<SchemaFinding> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("problem", finding.Problem.ToString());
            json.WriteString("subject", finding.Subject);
            json.WriteString("message", finding.Message);
            json.WriteString("command", finding.Command);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
