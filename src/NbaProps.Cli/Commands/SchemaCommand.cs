using System.CommandLine;

using NbaProps.Shared.Manifest;
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
        await SchemaFiles.WriteAsync(NbaPipeline.Manifest.AllTables, context.Parsed.GetValue(Directory)!, cancellationToken);
        await context.Output.WriteLineAsync($"wrote {NbaPipeline.Manifest.AllTables.Count()} tables to {context.Parsed.GetValue(Directory)}");
        return ExitCodes.Done;
    }

    private static Task<int> DiffAsync(CommandContext context, CancellationToken cancellationToken) => context.WithStoresAsync(
        async (stores, _) =>
        {
            var findings = new List<SchemaFinding>();
            foreach (var table in NbaPipeline.Manifest.AllTables)
            {
                findings.AddRange(SchemaDiff.Compare(table, await stores.Ports.Warehouse.DescribeAsync(table, cancellationToken)));
            }

            return await ReportAsync(context, findings, "records and live tables agree");
        },
        cancellationToken);

    private static Task<int> ApplyAsync(CommandContext context, CancellationToken cancellationToken) => context.WithStoresAsync(
        async (_, _) =>
        {
            // Opening the folder applies what can be applied.
            await context.Output.WriteLineAsync($"{NbaPipeline.Manifest.AllTables.Count()} tables are as their records say");
            return ExitCodes.Done;
        },
        cancellationToken);

    private static async Task<int> ReportAsync(CommandContext context, IReadOnlyList<SchemaFinding> findings, string good)
    {
        foreach (var finding in findings)
        {
            await context.Output.WriteLineAsync($"{finding.Subject}: {finding.Message} ({finding.Command})");
        }

        if (findings.Count == 0)
        {
            await context.Output.WriteLineAsync(good);
        }

        return findings.Count == 0 ? ExitCodes.Done : ExitCodes.CheckFailed;
    }
}
