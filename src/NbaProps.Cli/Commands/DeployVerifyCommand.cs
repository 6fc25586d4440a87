using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

using NbaProps.Cli.Rendering;
using NbaProps.Cli.Running;
using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Verification;
using NbaProps.Hosting.Services;

namespace NbaProps.Cli.Commands;

/// <summary>Runs the contract suites of the ports on a real project, in scratch resources.</summary>
internal static class DeployVerifyCommand
{
    private const string AcceptedProject = "accepted is the project's id, such as my-project-1";

    // Longer than any verification takes: what is older is nobody's any more.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(6);

    private static readonly Option<string?> Project = new("--project") { Description = "The project's id; default GoogleCloud:ProjectId" };
    private static readonly Option<string?> Location = new("--location") { Description = "Where scratch dataset and bucket are made, such as US or europe-west1; default BigQuery:Location" };
    private static readonly Option<string?> Port = new("--port") { Description = $"Only the suite of one port: {string.Join(", ", ContractSuites.Ports)}" };
    private static readonly Option<bool> Keep = new("--keep") { Description = "Leaves what was made, to be looked at; a verification six hours later deletes it" };
    private static readonly Option<bool> NoBuild = new("--no-build") { Description = "The suites are built already" };

    public static Command Create(Action<Command, Func<CommandContext, CancellationToken, Task<int>>> bind)
    {
        var verify = new Command("verify", "Runs the contract suites of the ports on a real project, in resources that are deleted again") { Project, Location, Port, Keep, NoBuild };
        bind(verify, VerifyAsync);
        return verify;
    }

    private static async Task<int> VerifyAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var plan = new VerificationPlan(
            ScratchNames.NewRun(TimeProvider.System.GetUtcNow()), context.Parsed.GetValue(Location) ?? context.Options.BigQuery.Location, context.Options.GoogleCloud with { ProjectId = ProjectOf(context) });
        var port = context.Parsed.GetValue(Port);
        if (port is not null && !ContractSuites.Ports.Contains(port, StringComparer.Ordinal))
        {
            throw new UsageException($"--port {port} is none: accepted is {string.Join(", ", ContractSuites.Ports)}");
        }

        var suites = ContractSuites.Find(AppContext.BaseDirectory);
        if (!context.Parsed.GetValue(NoBuild))
        {
            await suites.BuildAsync(context.Errors.WriteLine, cancellationToken);
        }

        using var loggers = context.Loggers();
        using var verification = new CloudVerification(plan, TimeProvider.System, loggers);
        var keep = context.Parsed.GetValue(Keep);
        await context.Errors.WriteLineAsync($"{plan.Project}: {plan.Run} is part of the name of all that is made{(keep ? ", and stays there" : string.Empty)}");
        var abandoned = await verification.Sweep.DeleteAsync(IsAbandoned, cancellationToken);
        SuiteResults? results = null;
        var swept = new SweptScratch();
        try
        {
            results = await suites.RunAsync(plan, port, context.Errors.WriteLine, cancellationToken);
        }
        finally
        {
            // Also after a failure, and when somebody breaks it off.
            swept = keep ? swept : await verification.Sweep.DeleteAsync(run => string.Equals(run, plan.Run, StringComparison.Ordinal), CancellationToken.None);
            if (results is null)
            {
                await context.Errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{swept.Deleted} scratch resources were deleted{Left(swept)}"));
            }
        }

        var verified = new VerifiedProject(plan, results, keep, abandoned, swept);
        await (context.Json ? JsonOutput.WriteAsync(context.Output, verified.Write) : verified.WriteAsync(context.Output));
        return verified.Holds ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static string Left(SweptScratch swept) => swept.Left.Count == 0 ? string.Empty : $"; left: {string.Join("; ", swept.Left)}";

    private static bool IsAbandoned(string run) => TimeProvider.System.GetUtcNow() - ScratchNames.BeganAt(run) > Abandoned;

    private static string ProjectOf(CommandContext context)
    {
        var project = context.Parsed.GetValue(Project) ?? context.Options.GoogleCloud.ProjectId ?? throw new UsageException($"--project is missing: {AcceptedProject}");
        var candidate = new GoogleCloudOptions { ProjectId = project };
        return Validator.TryValidateObject(candidate, new ValidationContext(candidate), validationResults: null, validateAllProperties: true)
            ? project
            : throw new UsageException($"--project {project} is none: {AcceptedProject}");
    }
}
