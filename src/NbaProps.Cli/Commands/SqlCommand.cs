using System.CommandLine;

using NbaProps.Cli.Rendering;
using NbaProps.Embedded.Sqlite;

namespace NbaProps.Cli.Commands;

/// <summary>Read-only SQL on the embedded warehouse.</summary>
internal static class SqlCommand
{
    private static readonly Argument<string> Statement = new("statement") { Description = "A SELECT; tables are dataset.table" };

    public static Command Command { get; } = new("sql", "Reads the warehouse: tables are dataset.table") { Statement };

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        context.RequireDataFolder();
        var options = context.Options.Embedded with { DataDirectory = Path.GetFullPath(context.Options.DataDirectory) };
        var result = await QueryAsync(new SqliteSql(options), context.Parsed.GetValue(Statement)!, cancellationToken);
        if (result.Columns.Count == 0)
        {
            throw new UsageException("There is no statement in that text: accepted is a SELECT; tables are dataset.table");
        }

        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json =>
            {
                json.WriteStartObject();
                JsonOutput.Texts(json, "columns", result.Columns);
                json.WriteStartArray("rows");
                foreach (var row in result.Rows)
                {
                    json.WriteStartArray();
                    foreach (var value in row)
                    {
                        JsonOutput.Value(json, value);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
        }
        else
        {
            TextTable.Write(context.Output, result.Columns, result.Rows.Select(row => row.Select(TextTable.Text).ToArray()));
        }

        return ExitCodes.Done;
    }

    private static async Task<SqlResult> QueryAsync(SqliteSql warehouse, string statement, CancellationToken cancellationToken)
    {
        try
        {
            return await warehouse.QueryAsync(statement, cancellationToken);
        }
        catch (SqlRefusedException refused)
        {
            throw new UsageException(refused.Message.ReplaceLineEndings(" "));
        }
    }
}
