using System.CommandLine;

using NbaProps.Cli.Git;
using NbaProps.Cli.Rendering;
using NbaProps.Operations.Deployments;
using NbaProps.Shared.Deployment.Drift;

namespace NbaProps.Cli.Commands;

/// <summary>Which services run something older than main, by the history of a working copy.</summary>
internal static class DriftCommand
{
    private static readonly Option<string?> Services = new("--services") { Description = "Where services are asked: NAME=URL, with commas between; default the configured ones" };
    private static readonly Option<string?> Deployed = new("--deployed") { Description = "A file that says what runs instead of asking: a JSON object of service and commit" };
    private static readonly Option<string?> Main = new("--main") { Description = "What main is called here; default origin/main, else main" };
    private static readonly Option<string?> Repository = new("--repository") { Description = "A folder of the repository; default the current one" };
    private static readonly Option<string?> Out = new("--out") { Description = "The file to write" };
    private static readonly Argument<string> Commit = new("commit") { Description = "The commit", DefaultValueFactory = _ => "HEAD" };

    public static Command Create(Action<Command, Func<CommandContext, CancellationToken, Task<int>>> bind)
    {
        var head = new Command("head", "Writes what services read of main: deployments/head.json") { Out, Main, Repository };
        var commit = new Command("commit", "Which services a commit makes stale, in one line") { Commit, Repository };
        var drift = new Command("drift", "Which services run something older than main") { Services, Deployed, Main, Repository };
        drift.Add(head);
        drift.Add(commit);
        bind(drift, RunAsync);
        bind(head, HeadAsync);
        bind(commit, CommitAsync);
        return drift;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (services, deployed) = (context.Parsed.GetValue(Services), context.Parsed.GetValue(Deployed));
        if (services is not null && deployed is not null)
        {
            throw new UsageException("--services and --deployed are not accepted together: either services are asked or a file says what runs");
        }

        var history = await GitHistory.ReadAsync(await RootAsync(context, cancellationToken), context.Parsed.GetValue(Main), now, cancellationToken);
        var heard = deployed is not null
            ? await DeployedFile.ReadAsync(deployed, cancellationToken)
            : await AskAsync(services is null ? context.Options.Deployment.AddressesIn(context.Options.Mode, context.Options.Ports) : ServiceAddresses.Parse(services), cancellationToken);
        var report = DriftReport.Of(heard, history, now);
        await (context.Json
            ? JsonOutput.WriteAsync(context.Output, json => DriftJson.Write(json, report))
            : DriftText.WriteAsync(context.Output, report, context.Parsed.GetValue(CommonOptions.Verbose)));
        return report.IsQuiet ? ExitCodes.Done : ExitCodes.CheckFailed;
    }

    private static async Task<int> HeadAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var file = context.Parsed.GetValue(Out) ?? throw new UsageException("--out is missing: accepted is the file to write");
        var all = await GitHistory.ReadAsync(await RootAsync(context, cancellationToken), context.Parsed.GetValue(Main), TimeProvider.System.GetUtcNow(), cancellationToken);
        var kept = all with { Commits = [.. all.Commits.Take(HeadFile.ListedCommits)] };
        await File.WriteAllBytesAsync(file, HeadFile.Write(kept), cancellationToken);
        await (context.Json
            ? JsonOutput.WriteAsync(context.Output, json =>
            {
                json.WriteStartObject();
                json.WriteString("file", file);
                json.WriteNumber("commits", kept.Commits.Count);
                json.WriteEndObject();
            })
            : context.Output.WriteLineAsync(FormattableString.Invariant($"{file} lists {kept.Commits.Count} commits of main, the newest {kept.Commits[0].Commit}")));
        return ExitCodes.Done;
    }

    private static async Task<int> CommitAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var commit = await GitHistory.CommitAsync(await RootAsync(context, cancellationToken), context.Parsed.GetValue(Commit)!, cancellationToken);
        await (context.Json
            ? JsonOutput.WriteAsync(context.Output, json =>
            {
                json.WriteStartObject();
                json.WriteString("commit", commit.Commit);
                JsonOutput.Texts(json, "services", commit.Services);
                json.WriteEndObject();
            })
            : context.Output.WriteLineAsync(commit.Services.Count == 0
                ? "No service is built from what this commit changes."
                : $"To deploy once this is on main: {string.Join(", ", commit.Services)}."));
        return ExitCodes.Done;
    }

    private static Task<string> RootAsync(CommandContext context, CancellationToken cancellationToken) =>
        GitHistory.RootAsync(context.Parsed.GetValue(Repository) ?? Directory.GetCurrentDirectory(), cancellationToken);

    private static async Task<IReadOnlyList<HeardVersion>> AskAsync(IReadOnlyDictionary<string, Uri> addresses, CancellationToken cancellationToken)
    {
        if (addresses.Count == 0)
        {
            throw new UsageException("No service is known to ask: accepted is --services NAME=URL, or Deployment:Services:NAME=URL");
        }

        using var versions = new VersionEndpoints(addresses, new SocketsHttpHandler(), TimeProvider.System);
        return await Task.WhenAll(versions.Services.Select(service => versions.AskAsync(service, cancellationToken)));
    }
}
