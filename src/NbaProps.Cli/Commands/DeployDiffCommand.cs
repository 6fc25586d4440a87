using System.CommandLine;

using NbaProps.Cli.Rendering;

namespace NbaProps.Cli.Commands;

/// <summary>What is live against what is declared.</summary>
internal static class DeployDiffCommand
{
    public static Command Create(Action<Command, Func<CommandContext, CancellationToken, Task<int>>> bind)
    {
        var diff = new Command("diff", "Compares what is live in the project with what is declared; changes nothing") { DeployedProject.ProjectEnv, DeployedProject.Service };
        bind(diff, RunAsync);
        return diff;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var services = DeployedProject.ServicesOf(context);
        using var loggers = context.Loggers();
        using var project = DeployedProject.Open(context, loggers);
        var differences = await project.Apply.CompareAsync(services, cancellationToken);
        await (context.Json
            ? JsonOutput.WriteAsync(context.Output, json => DeploymentJson.Write(json, project.Installation.Project, differences))
            : DeploymentText.WriteAsync(context.Output, differences));
        return differences.IsEmpty ? ExitCodes.Done : ExitCodes.Failed;
    }
}
