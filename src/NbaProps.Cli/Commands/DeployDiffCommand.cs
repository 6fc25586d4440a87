using System.CommandLine;

using NbaProps.Cli.Rendering;

namespace NbaProps.Cli.Commands;

/// <summary>What is live against what is declared.</summary>
internal static class DeployDiffCommand
{
    private static readonly Option<bool> Running = new("--running") { Description = "Compares each service as of the commit that it runs: what is old is told by drift" };

    public static Command Create(Action<Command, Func<CommandContext, CancellationToken, Task<int>>> bind)
    {
        var diff = new Command("diff", "Compares what is live in the project with what is declared; changes nothing") { DeployedProject.ProjectEnv, DeployedProject.Service, Running };
        bind(diff, RunAsync);
        return diff;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var services = DeployedProject.ServicesOf(context);
        using var loggers = context.Loggers();
        using var project = DeployedProject.Open(context, loggers);
        var differences = await (context.Parsed.GetValue(Running)
            ? project.Apply.CompareAsRunningAsync(services, cancellationToken)
            : project.Apply.CompareAsync(services, cancellationToken));
        await (context.Json
            ? JsonOutput.WriteAsync(context.Output, json => DeploymentJson.Write(json, project.Installation.Project, differences))
            : DeploymentText.WriteAsync(context.Output, differences));
        return differences.IsEmpty ? ExitCodes.Done : ExitCodes.CheckFailed;
    }
}
