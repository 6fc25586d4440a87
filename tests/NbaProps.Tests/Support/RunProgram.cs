using System.Diagnostics;

namespace NbaProps.Tests.Support;

/// <summary>Other programs, run to their end.</summary>
public static class RunProgram
{
    /// <summary>Runs a program, with the environment of the tests and what is said of it here.</summary>
    /// <param name="program">Its name or its path.</param>
    /// <param name="arguments">As they are: no shell reads them.</param>
    /// <param name="folder">Where it runs; the root of the repository unless said.</param>
    /// <param name="environment">Variables in the order in which they are set, so that the last of one name counts; null takes one away.</param>
    /// <returns>How it ended, and what it wrote to its two outputs.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static async Task<(int Code, string Output, string Errors)> ToEndAsync(
        string program, IEnumerable<string> arguments, string? folder = null, IEnumerable<(string Name, string? Value)>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder ?? RepositoryRoot.Path, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment ?? [])
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;

        // Both at once: a program waits for its reader when one of them is full.
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
