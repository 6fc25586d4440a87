using System.ComponentModel;
using System.Diagnostics;
using System.Text;

using NbaProps.Cli.Commands;

namespace NbaProps.Cli.Git;

/// <summary>Asks <c>git</c>, and only in a working copy: no service does.</summary>
/// <param name="folder">A folder of the working copy.</param>
internal sealed class GitProcess(string folder)
{
    /// <summary>What a Git command says.</summary>
    /// <exception cref="UsageException">It fails, or there is no Git: in Git's own words.</exception>
    public async Task<string> AskAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (code, output, errors) = await RunAsync(arguments, cancellationToken);
        return code == 0 ? output : throw new UsageException($"git {arguments[0]} in {folder}: {FirstLine(errors)}");
    }

    /// <summary>What a Git command says; null when it fails.</summary>
    public async Task<string?> TryAskAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (code, output, _) = await RunAsync(arguments, cancellationToken);
        return code == 0 ? output : null;
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
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
            throw new UsageException($"git cannot be run in {start.WorkingDirectory}: {missing.Message}");
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();
}
