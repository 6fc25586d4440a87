using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

using NbaProps.Cli.Rendering;
using NbaProps.Deployment;
using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Verification;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;

namespace NbaProps.Cli.Commands;

/// <summary>The installation on Google Cloud.</summary>
internal static class DeployCommand
{
    private const string AcceptedProject = "accepted is the project's id, such as my-project-1";

    private static readonly Option<string?> Project = new("--project") { Description = "The project's id; default GoogleCloud:ProjectId" };
    private static readonly Option<string?> Location = new("--location") { Description = "Where scratch datasets and bucket are made, such as US or europe-west1; default BigQuery:Location" };
    private static readonly Option<string> Out = new("--out") { Description = "Folder of the files", DefaultValueFactory = _ => "deploy" };
    private static readonly Option<bool> Check = new("--check") { Description = "Writes nothing, names the files that differ, and ends with 1 if any does" };
    private static readonly Option<bool> Keep = new("--keep") { Description = "Leaves what was made, to be looked at" };

    public static Command Create(Action<Command, Func<CommandContext, CancellationToken, Task<int>>> bind)
    {
        var verify = new Command("verify", "Asks a real project for the promises of each port, in resources that are deleted again") { Project, Location, Keep };
        bind(verify, VerifyAsync);
        var render = new Command("render", "Writes the files of the deployment from the manifest, or compares them") { Out, Check };
        bind(render, RenderAsync);
        return new Command("deploy", "The installation on Google Cloud") { render, DeployDiffCommand.Create(bind), DeployApplyCommand.Create(bind), verify };
    }

    private static async Task<int> RenderAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var folder = context.Parsed.GetValue(Out)!;
        var files = RenderedFiles.Of(NbaPipeline.Manifest);
        if (!context.Parsed.GetValue(Check))
        {
            var written = await RenderedFiles.WriteAsync(files, folder, cancellationToken);
            await ReportAsync(context, "written", written, string.Create(CultureInfo.InvariantCulture, $"{files.Count} files are in {folder}; {written.Count} were written"));
            return ExitCodes.Done;
        }

        var differences = RenderedFiles.Check(files, folder);
        await ReportAsync(context, "differences", differences, differences.Count == 0 ? "manifest and files agree" : "./nbaprops deploy render writes them");
        return differences.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static async Task ReportAsync(CommandContext context, string name, IReadOnlyList<string> lines, string last)
    {
        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json =>
            {
                json.WriteStartObject();
                json.WriteStartArray(name);
                foreach (var line in lines)
                {
                    json.WriteStringValue(line);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return;
        }

        foreach (var line in lines)
        {
            await context.Output.WriteLineAsync(line);
        }

        await context.Output.WriteLineAsync(last);
    }

    private static async Task<int> VerifyAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var project = ProjectOf(context);
        var options = context.Options;
        if (context.Parsed.GetValue(Location) is { } location)
        {
            options = options with { BigQuery = options.BigQuery with { Location = location } };
        }

        using var loggers = context.Loggers();
        using var verification = new CloudVerification(options, project, TimeProvider.System, loggers);
        var keep = context.Parsed.GetValue(Keep);
        await context.Errors.WriteLineAsync($"{project}: {verification.Run} is part of the name of all that is made{(keep ? ", and stays there" : string.Empty)}");
        var promises = await verification.RunAsync(keep, promise => context.Errors.WriteLine($"{promise.Port}: {promise.What}: {(promise.Reason is null ? "passed" : "failed")}"), cancellationToken);
        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json => VerificationJson.Write(json, project, verification, promises));
        }
        else
        {
            await WriteAsync(context.Output, promises, verification.NotProven);
        }

        return promises.All(promise => promise.Reason is null) ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static string ProjectOf(CommandContext context)
    {
        var project = context.Parsed.GetValue(Project) ?? context.Options.GoogleCloud.ProjectId ?? throw new UsageException($"--project is missing: {AcceptedProject}");
        var candidate = new GoogleCloudOptions { ProjectId = project };
        return Validator.TryValidateObject(candidate, new ValidationContext(candidate), validationResults: null, validateAllProperties: true)
            ? project
            : throw new UsageException($"--project {project} is none: {AcceptedProject}");
    }

    private static async Task WriteAsync(TextWriter output, IReadOnlyList<VerifiedPromise> promises, IReadOnlyList<string> notProven)
    {
        TextTable.Write(output, ["port", "promise", "result", "reason"], promises.Select(promise => new[]
        {
            promise.Port, promise.What, promise.Reason is null ? "passed" : "failed", promise.Reason ?? string.Empty,
        }));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{promises.Count(promise => promise.Reason is null)} of {promises.Count} passed. Not proven by this:"));
        foreach (var open in notProven)
        {
            await output.WriteLineAsync($"  {open}");
        }
    }
}
