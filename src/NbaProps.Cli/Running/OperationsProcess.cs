using NbaProps.Cli.Commands;
using NbaProps.Hosting.Services;
using NbaProps.Operations;
using NbaProps.Shared.Manifest;

namespace NbaProps.Cli.Running;

/// <summary>The watcher in a process of its own.</summary>
internal static class OperationsProcess
{
    public static async Task RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        TakenPorts.Refuse([OperationsService.Definition.Name], context.Options, context.Inputs);
        using var loggers = context.Loggers();
        await using var stores = await EmbeddedStores.OpenAsync(context.Options, NbaPipeline.Manifest, TimeProvider.System, loggers, cancellationToken);
        var host = ServiceProcess.HostOf(context.Options, context.Inputs, stores.Ports, TimeProvider.System, context.Options.Clock.Create(TimeProvider.System));
        await using var operations = await OperationsService.StartAsync(host, _ => { }, loggers, cancellationToken);
        await context.Errors.WriteLineAsync($"{OperationsService.Definition.Name} listens on {operations.BaseAddress}");
        await operations.WaitForShutdownAsync(cancellationToken);
    }
}
