using System.CommandLine;
using System.Globalization;

using NbaProps.Cli.Rendering;
using NbaProps.Embedded.Sqlite;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.Cli.Commands;

/// <summary>The tables as records, as SQL files and as they are in the warehouse.</summary>
internal static class SchemaCommand
{
    private static readonly Option<string> Directory = new("--dir") { Description = "Folder of the SQL files", DefaultValueFactory = _ => Path.Combine("schemas", "bigquery") };

    public static Command Create(Action<Command, Func<CommandContext, CancellationToken, Task<int>>> bind)
    {
        var check = new Command("check", "Compares the records with the SQL files") { Directory };
        var write = new Command("write", "Writes the SQL files from the records") { Directory };
        var diff = new Command("diff", "Compares the records with the live tables");
        var apply = new Command("apply", "Creates tables and adds columns that are missing");
        bind(check, CheckAsync);
        bind(write, WriteAsync);
        bind(diff, DiffAsync);
        bind(apply, ApplyAsync);
        return new Command("schema", "Tables as records, as files and as they are") { check, write, diff, apply };
    }

    private static Task<int> CheckAsync(CommandContext context, CancellationToken cancellationToken) =>
        ReportAsync(context, SchemaFiles.Check(NbaPipeline.Manifest.AllTables, context.Parsed.GetValue(Directory)!), "records and files agree");

    private static async Task<int> WriteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var folder = context.Parsed.GetValue(Directory)!;
        var written = await SchemaFiles.WriteAsync(NbaPipeline.Manifest.AllTables, folder, cancellationToken);
        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json =>
            {
                json.WriteStartObject();
                json.WriteNumber("tables", NbaPipeline.Manifest.AllTables.Count());
                JsonOutput.Texts(json, "written", written);
                json.WriteEndObject();
            });
            return ExitCodes.Done;
        }

        await context.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{NbaPipeline.Manifest.AllTables.Count()} tables have their files in {folder}; {written.Count} were written"));
        return ExitCodes.Done;
    }

    private static Task<int> DiffAsync(CommandContext context, CancellationToken cancellationToken) => OfTablesAsync(context, DiffAsync, cancellationToken);

    private static Task<int> ApplyAsync(CommandContext context, CancellationToken cancellationToken) => OfTablesAsync(context, ApplyAsync, cancellationToken);

    // The tables are looked at as they are: opening the stores of a pipeline would first add what is missing, and end at the first that it must not touch.
    private static async Task<int> OfTablesAsync(CommandContext context, Func<CommandContext, IWarehouse, CancellationToken, Task<int>> look, CancellationToken cancellationToken)
    {
        if (context.Options.Mode == Mode.Cloud)
        {
            using var loggers = context.Loggers();
            await using var stores = CloudStores.Open(context.Options, TimeProvider.System, loggers);
            return await look(context, stores.Ports.Warehouse, cancellationToken);
        }

        await using var warehouse = new SqliteWarehouse(context.Options.Embedded with { DataDirectory = Path.GetFullPath(context.Options.DataDirectory) });
        return await look(context, warehouse, cancellationToken);
    }

    private static async Task<int> DiffAsync(CommandContext context, IWarehouse warehouse, CancellationToken cancellationToken)
    {
        var findings = new List<SchemaFinding>();
        foreach (var table in NbaPipeline.Manifest.AllTables)
        {
            findings.AddRange(SchemaDiff.Compare(table, await warehouse.DescribeAsync(table, cancellationToken)));
        }

        return await ReportAsync(context, findings, "records and live tables agree");
    }

    private static async Task<int> ApplyAsync(CommandContext context, IWarehouse warehouse, CancellationToken cancellationToken)
    {
        var report = await SchemaMigration.ApplyAsync(warehouse, NbaPipeline.Manifest.AllTables, cancellationToken);
        var tables = NbaPipeline.Manifest.AllTables.Count();
        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json => SchemaJson.Write(json, tables, report));
        }
        else
        {
            foreach (var table in report.Changed)
            {
                await context.Output.WriteLineAsync($"{table}: made, or given the columns that it lacked");
            }

            foreach (var finding in report.Refused)
            {
                await context.Output.WriteLineAsync($"{finding.Subject}: left as it is: {finding.Message}. To be done by hand: {finding.Command}");
            }

            if (report.Refused.Count == 0)
            {
                await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{tables} tables are as their records say"));
            }
        }

        return report.Refused.Count == 0 ? ExitCodes.Done : ExitCodes.CheckFailed;
    }

    private static async Task<int> ReportAsync(CommandContext context, IReadOnlyList<SchemaFinding> findings, string good)
    {
        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json => SchemaJson.Write(json, findings));
        }
        else
        {
            foreach (var finding in findings)
            {
                await context.Output.WriteLineAsync($"{finding.Subject}: {finding.Message} ({finding.Command})");
            }

            if (findings.Count == 0)
            {
                await context.Output.WriteLineAsync(good);
            }
        }

        return findings.Count == 0 ? ExitCodes.Done : ExitCodes.CheckFailed;
    }
}
