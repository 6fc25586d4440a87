using System.CommandLine;

using Microsoft.Extensions.Logging;

using NbaProps.Cli.Git;
using NbaProps.Cli.Rendering;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Deployment.Drift;

namespace NbaProps.Cli.Commands;

/// <summary>Brings what is live to what is declared.</summary>
internal static class DeployApplyCommand
{
    private static readonly Option<bool> Stale = new("--stale") { Description = "Only services that lack a commit on their own paths, and those whose deployment was begun and not finished or whose traffic is shared" };
    private static readonly Option<bool> List = new("--list") { Description = "With --stale: only says which services these are, one a line, and changes nothing" };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Asks nothing" };
    private static readonly Option<string?> Main = new("--main") { Description = "What main is called here; default origin/main, else main" };
    private static readonly Option<string?> Repository = new("--repository") { Description = "A folder of the repository; default the current one" };

    public static Command Create(Action<Command, Func<CommandContext, CancellationToken, Task<int>>> bind)
    {
        var apply = new Command("apply", "Brings what is live in the project to what is declared, service by service, each proven before it gets the traffic")
        {
            DeployedProject.ProjectEnv, DeployedProject.Service, Stale, List, Yes, Main, Repository,
        };
        bind(apply, RunAsync);
        return apply;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var services = DeployedProject.ServicesOf(context);
        var (stale, yes) = (context.Parsed.GetValue(Stale), context.Parsed.GetValue(Yes));
        if (stale && context.Parsed.GetValue(DeployedProject.Service) is not null)
        {
            throw new UsageException("--service and --stale are not accepted together: either one service is meant or those that are behind");
        }

        var list = context.Parsed.GetValue(List);
        if (list && !stale)
        {
            throw new UsageException("--list is accepted with --stale only: without it all services are meant");
        }

        if (!yes && !list && !Consent.CanBeAsked)
        {
            throw new UsageException("deploy apply asks before it changes anything, and there is no terminal to ask at: accepted is --yes");
        }

        using var loggers = context.Loggers();
        using var project = DeployedProject.Open(context, loggers);
        if (stale)
        {
            services = await StaleAsync(context, project, cancellationToken);
        }

        return list ? await ListAsync(context, services) : await ApplyAsync(context, project, services, yes, loggers, cancellationToken);
    }

    // Whoever builds images builds those of just the services that the same words without --list roll out.
    private static async Task<int> ListAsync(CommandContext context, IReadOnlyList<DeployedService> services)
    {
        await (context.Json
            ? JsonOutput.WriteAsync(context.Output, json => DeploymentJson.Write(json, services))
            : context.Output.WriteAsync(string.Concat(services.Select(service => $"{service.Name}\n"))));
        return ExitCodes.Done;
    }

    private static async Task<int> ApplyAsync(
        CommandContext context, DeployedProject project, IReadOnlyList<DeployedService> services, bool yes, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var differences = await project.Apply.CompareAsync(services, cancellationToken);
        await using var stores = CloudStores.Open(project.Options, TimeProvider.System, loggers);
        var refusals = await project.Apply.RefusalsAsync(differences, stores.Ports.Warehouse, cancellationToken);
        var steps = new List<string>();
        if (!context.Json)
        {
            await DeploymentText.WritePlanAsync(context.Output, project.Installation, services, differences, refusals);
        }

        var (done, problem) = (false, refusals.Count > 0 ? "refused" : null);
        if (problem is null && differences.IsApplied)
        {
            done = true;
        }
        else if (problem is null && (yes || await Consent.AskAsync(context.Errors, Console.In, cancellationToken)))
        {
            problem = await project.Apply.ApplyAsync(differences, Tell, cancellationToken);
            done = problem is null;
        }

        await (context.Json
            ? JsonOutput.WriteAsync(context.Output, json => DeploymentJson.Write(json, project.Installation.Project, services, differences, refusals, steps, problem))
            : context.Output.WriteLineAsync(DeploymentText.End(differences, refusals, done, problem)));
        return done ? ExitCodes.Done : refusals.Count > 0 ? ExitCodes.CheckFailed : ExitCodes.Failed;

        void Tell(string step)
        {
            steps.Add(step);
            (context.Json ? context.Errors : context.Output).WriteLine(step);
        }
    }

    // By what has the traffic, as its labels say: no service need be awake for it. A service that is not there, or of which nobody knows, is behind too.
    private static async Task<IReadOnlyList<DeployedService>> StaleAsync(CommandContext context, DeployedProject project, CancellationToken cancellationToken)
    {
        var root = await GitHistory.RootAsync(context.Parsed.GetValue(Repository) ?? Directory.GetCurrentDirectory(), cancellationToken);
        var history = await GitHistory.ReadAsync(root, context.Parsed.GetValue(Main), TimeProvider.System.GetUtcNow(), cancellationToken);
        var commits = await project.Apply.CommitsAsync(cancellationToken);
        return [.. DeployedServices.All.Where(service => history.DriftOf(new DeployedBuild(service.Name, commits.GetValueOrDefault(service.Name) ?? string.Empty)).State != DriftState.Current)];
    }
}
