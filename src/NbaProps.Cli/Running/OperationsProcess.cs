using NbaProps.Cli.Commands;
using NbaProps.Operations;

namespace NbaProps.Cli.Running;

/// <summary>The watcher in a process of its own.</summary>
internal static class OperationsProcess
{
    public static Task RunAsync(CommandContext context, CancellationToken cancellationToken) => OperationsService.RunAsync(
        context.Options, context.Inputs, address => context.Errors.WriteLineAsync($"{OperationsService.Definition.Name} listens on {address}"), cancellationToken);
}
