using System.Diagnostics;
using System.Globalization;

using NbaProps.Cli.Commands;

namespace NbaProps.EndToEnd.Support;

/// <summary>The command line as its users have it: a process of its own, its exit code and its two streams; or, where the process is not what a test is about, in this one.</summary>
internal static class CommandLine
{
    // As RunMonitor says it, at level Debug.
    private const string RunBegan = " began, asked by ";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "nbaprops.dll");

    public static CommandResult Run(params string[] arguments) => End(Start(arguments));

    /// <summary>
    /// Runs the command in this process, which has compiled most of what it needs already: of a short walk that is nearly all that a process of its own takes.
    /// What it logs goes to the console of the tests; the streams have what the command itself writes.
    /// </summary>
    public static CommandResult RunHere(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);

        // Away from the context of the test, whose thread waits here.
        var code = Task.Run(() => NbaPropsCommand.RunAsync(arguments, TextWriter.Synchronized(output), TextWriter.Synchronized(errors), CancellationToken.None)).GetAwaiter().GetResult();
        return new CommandResult(code, output.ToString(), errors.ToString());
    }

    /// <summary>Runs the command with an environment variable.</summary>
    public static CommandResult RunWith(string variable, string value, params string[] arguments) => End(Start(arguments, (variable, value)));

    private static CommandResult End(Process process)
    {
        using var _ = process;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandResult(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    /// <summary>
    /// Runs the command and kills it with SIGKILL when it has begun so many runs of units, the last of which is then at work. Between two lines of progress nothing is:
    /// who kills there has killed nothing.
    /// </summary>
    /// <returns>Whether it was killed; it may have ended before.</returns>
    public static bool KillAtWork(int runs, params string[] arguments)
    {
        using var process = Start([.. arguments, "--set", "Logging:Level=Debug"]);
        _ = process.StandardOutput.ReadToEndAsync();
        while (process.StandardError.ReadLine() is { } line)
        {
            if (line.Contains(RunBegan, StringComparison.Ordinal) && --runs == 0)
            {
                process.Kill();
                process.WaitForExit();
                return true;
            }
        }

        process.WaitForExit();
        return false;
    }

    /// <summary>Starts the command and waits for a line on standard error; a command that ends before it writes it is an error.</summary>
    public static RunningCommand StartUntil(string line, params string[] arguments) => Until(line, Start(arguments));

    /// <summary>The same with an environment variable.</summary>
    public static RunningCommand StartUntil(string line, (string Name, string Value) variable, string[] arguments) => Until(line, Start(arguments, variable));

    private static RunningCommand Until(string line, Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = new System.Text.StringBuilder();
        while (process.StandardError.ReadLine() is { } written)
        {
            errors.AppendLine(written);
            if (written.Contains(line, StringComparison.Ordinal))
            {
                return new RunningCommand(process, output, errors);
            }
        }

        process.Dispose();
        throw new InvalidOperationException($"The command ended without '{line}':\n{errors}");
    }

    /// <summary>Starts the command; the caller reads both of its streams and ends it.</summary>
    public static Process Begin(string[] arguments) => Start(arguments);

    private static Process Start(string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}

/// <summary>What a command left.</summary>
/// <param name="ExitCode">0 done, 1 failed, 2 wrong usage, 3 a check failed.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record CommandResult(int ExitCode, string Output, string Errors);
