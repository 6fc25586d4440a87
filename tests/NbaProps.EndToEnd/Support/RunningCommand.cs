using System.Diagnostics;
using System.Text;

namespace NbaProps.EndToEnd.Support;

/// <summary>A command that goes on until it is told to stop; killed when a test ends without doing so.</summary>
/// <param name="process">Its process.</param>
/// <param name="output">Its standard output, as it comes.</param>
/// <param name="errors">What has been read of its standard error.</param>
internal sealed class RunningCommand(Process process, Task<string> output, StringBuilder errors) : IDisposable
{
    public string Errors => errors.ToString();

    public bool IsRunning => !process.HasExited;

    /// <summary>Sends a signal and waits for the end.</summary>
    /// <param name="signal">INT is Ctrl-C, TERM what a service manager sends.</param>
    public CommandResult Stop(string signal)
    {
        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        errors.Append(process.StandardError.ReadToEnd());
        process.WaitForExit();
        return new CommandResult(process.ExitCode, output.GetAwaiter().GetResult(), Errors);
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
