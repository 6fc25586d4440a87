using System.CommandLine;

using NbaProps.Cli.Running;
using NbaProps.Hosting.Services;
using NbaProps.Operations;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Cli.Commands;

/// <summary>One service in a process of its own: the program that Cloud Run runs.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Service = new("--service") { Description = "scrapers, raw-processors, analytics, precompute, predictions, operations or broker" };
    private static readonly Option<string?> Mode = new("--mode") { Description = "embedded, emulators or cloud" };

    public static Command Command { get; } = new("serve", "One service in a process of its own") { Service, Mode };

    /// <summary>A mode as it is written on the command line.</summary>
    public static string WordOf(NbaProps.Hosting.Configuration.Mode mode) => mode switch
    {
        NbaProps.Hosting.Configuration.Mode.Embedded => "embedded",
        NbaProps.Hosting.Configuration.Mode.Emulators => "emulators",
        NbaProps.Hosting.Configuration.Mode.Cloud => "cloud",
        _ => throw new InvalidOperationException($"Unknown mode {mode}."),
    };

    public static async Task<int> RunAsync(CommandContext given, CancellationToken cancellationToken)
    {
        var mode = given.Parsed.GetValue(Mode);
        if (mode is not (null or "embedded" or "emulators" or "cloud"))
        {
            throw new UsageException($"--mode {mode} is not known: accepted is {Mode.Description}");
        }

        var context = mode is null ? given : given.InMode(mode);
        var name = context.Parsed.GetValue(Service) ?? throw new UsageException($"--service is missing: accepted is {Service.Description}");
        if (string.Equals(name, "broker", StringComparison.Ordinal))
        {
            await BrokerProcess.RunAsync(context, cancellationToken);
            return ExitCodes.Done;
        }

        if (string.Equals(name, OperationsService.Definition.Name, StringComparison.Ordinal))
        {
            await OperationsProcess.RunAsync(context, cancellationToken);
            return ExitCodes.Done;
        }

        var definition = LocalPipeline.Definitions.FirstOrDefault(definition => string.Equals(definition.Name, name, StringComparison.Ordinal))
            ?? throw new UsageException($"--service {name} is not known: accepted are {string.Join(", ", LocalPipeline.Definitions.Select(definition => definition.Name))}, operations, broker");
        if (definition.Phases.Contains(Phase.Scrapers))
        {
            // Before the folder is claimed for a league that then nobody serves.
            TakenPorts.Refuse([definition.Name], context.Options, context.Inputs);
            await FolderLeague.ClaimAsync(context, SourceSession.Live, cancellationToken);
        }

        await ServiceProcess.RunAsync(
            definition, context.Options, context.Inputs, address => context.Errors.WriteLineAsync($"{definition.Name} listens on {address}"), cancellationToken);
        return ExitCodes.Done;
    }
}
