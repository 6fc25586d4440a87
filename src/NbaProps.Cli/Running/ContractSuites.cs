using System.ComponentModel;
using System.Diagnostics;

using NbaProps.Cli.Commands;
using NbaProps.GoogleCloud.Verification;
using NbaProps.Shared.Resilience;

namespace NbaProps.Cli.Running;

/// <summary>The contract suites of a working copy, which are tests: <c>dotnet test</c> runs them, in a process of its own.</summary>
/// <param name="root">The working copy.</param>
internal sealed class ContractSuites(string root)
{
    private const string Project = "tests/NbaProps.Contracts/NbaProps.Contracts.csproj";
    private const int LinesOfFailure = 15;

    /// <summary>The ports that a project has a suite for.</summary>
    public static IReadOnlyList<string> Ports { get; } = ["warehouse", "state", "objects", "bus"];

    private string Built => Path.Combine(root, "artifacts", "bin", "NbaProps.Contracts", "release", "NbaProps.Contracts.dll");

    /// <summary>Those of the working copy that a folder is in.</summary>
    /// <exception cref="UsageException">It is in none: a command that was published alone has no suites.</exception>
    public static ContractSuites Find(string folder)
    {
        for (var one = new DirectoryInfo(folder); one is not null; one = one.Parent)
        {
            if (File.Exists(Path.Combine(one.FullName, Project)))
            {
                return new(one.FullName);
            }
        }

        throw new UsageException($"{Project} is in no folder above {folder}: deploy verify runs the tests of the repository, and works in a copy of it only (./nbaprops deploy verify)");
    }

    /// <summary>Builds them.</summary>
    /// <param name="told">Called with each line that the build says.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="UsageException">They cannot be built, or there is no .NET SDK.</exception>
    public async Task BuildAsync(Action<string> told, CancellationToken cancellationToken)
    {
        told("building the suites");
        var (code, lines) = await RunAsync(["build", Project, "-c", "Release", "-nologo", "-v", "q"], plan: null, told, cancellationToken);
        if (code != 0)
        {
            throw new UsageException($"the suites cannot be built: {string.Join(" ", lines.TakeLast(LinesOfFailure))}");
        }
    }

    /// <summary>Runs them on a project.</summary>
    /// <param name="plan">Where and how.</param>
    /// <param name="port">The one port that is asked; null for all.</param>
    /// <param name="told">Called with each line that the run says.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="UsageException">They are not built, or there is no .NET SDK.</exception>
    /// <exception cref="PermanentException">The run left no results.</exception>
    public async Task<SuiteResults> RunAsync(VerificationPlan plan, string? port, Action<string> told, CancellationToken cancellationToken)
    {
        if (!File.Exists(Built))
        {
            throw new UsageException($"{Built} is not there: accepted is --no-build only after a build of {Project} in Release");
        }

        var folder = Directory.CreateTempSubdirectory("nbaprops-verify-");
        try
        {
            var results = Path.Combine(folder.FullName, "results.trx");
            var filter = port is null ? "Part=project" : $"Part=project&Port={port}";
            var (code, lines) = await RunAsync(["test", Built, "--filter", filter, "--logger", $"trx;LogFileName={results}", "--logger", "console;verbosity=normal"], plan, told, cancellationToken);
            var said = string.Join(" ", lines.TakeLast(LinesOfFailure));
            return File.Exists(results)
                ? (await SuiteResults.ReadAsync(results, port is null ? Ports : [port], cancellationToken)).Ended(code, said)
                : throw new PermanentException($"the suites left no results: {said}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<(int Code, IReadOnlyList<string> Lines)> RunAsync(string[] arguments, VerificationPlan? plan, Action<string> told, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        if (plan is not null)
        {
            start.Environment[VerificationPlan.Variable] = plan.ToJson();
        }

        using var process = Start(start);
        var lines = new List<string>();
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            await reading;
            return (process.ExitCode, lines);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        async Task ReadAsync(StreamReader from)
        {
            while (await from.ReadLineAsync(CancellationToken.None) is { } line)
            {
                lock (lines)
                {
                    lines.Add(line.Trim());
                    told(line);
                }
            }
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new UsageException($"dotnet cannot be run: {missing.Message}; deploy verify needs the .NET SDK 10, which builds and runs tests");
        }
    }
}
