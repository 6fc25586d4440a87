using System.Diagnostics;

namespace NbaProps.EndToEnd.Support;

/// <summary>The command line as its users have it: a process of its own, its exit code and its two streams.</summary>
internal static class CommandLine
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "nbaprops.dll");

    public static CommandResult Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandResult(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    /// <summary>Runs the command and kills it with SIGKILL when it has written so many lines of progress.</summary>
    /// <returns>Whether it was killed; it may have ended before.</returns>
    public static bool KillAfter(int lines, params string[] arguments)
    {
        using var process = Start(arguments);
        _ = process.StandardOutput.ReadToEndAsync();
        for (var line = 0; line < lines; line++)
        {
            if (process.StandardError.ReadLine() is null)
            {
                process.WaitForExit();
                return false;
            }
        }

        process.Kill();
        process.WaitForExit();
        return true;
    }

    private static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}

/// <summary>What a command left.</summary>
/// <param name="ExitCode">0 done, 1 failed, 2 wrong usage, 3 a check failed.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record CommandResult(int ExitCode, string Output, string Errors);
