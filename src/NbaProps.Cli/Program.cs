using System.Runtime.InteropServices;

using NbaProps.Cli.Commands;

using var interrupt = new CancellationTokenSource();
using var pressed = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var told = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await NbaPropsCommand.RunAsync(args, Console.Out, Console.Error, interrupt.Token);

void Stop(PosixSignalContext signal)
{
    // The command drains and says how to go on; a second Ctrl-C ends the process at once.
    signal.Cancel = true;
    if (interrupt.IsCancellationRequested)
    {
        if (!Console.IsErrorRedirected)
        {
            // A progress bar may have hidden the cursor.
            Console.Error.Write("\u001b[?25h\n");
        }

        Environment.Exit(ExitCodes.Failed);
    }

    interrupt.Cancel();
}
