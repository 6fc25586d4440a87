using System.CommandLine;
using System.Globalization;

using NbaProps.Cli.Rendering;
using NbaProps.Deployment;
using NbaProps.Shared.Manifest;

namespace NbaProps.Cli.Commands;

/// <summary>The installation on Google Cloud.</summary>
internal static class DeployCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Folder of the files", DefaultValueFactory = _ => "deploy" };
    private static readonly Option<bool> Check = new("--check") { Description = "Writes nothing, names the files that differ, and ends with 1 if any does" };

    public static Command Create(Action<Command, Func<CommandContext, CancellationToken, Task<int>>> bind)
    {
        var render = new Command("render", "Writes the files of the deployment from the manifest, or compares them") { Out, Check };
        bind(render, RenderAsync);
        return new Command("deploy", "The installation on Google Cloud") { render, DeployDiffCommand.Create(bind), DeployApplyCommand.Create(bind), DeployVerifyCommand.Create(bind) };
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
                JsonOutput.Texts(json, name, lines);
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
}
