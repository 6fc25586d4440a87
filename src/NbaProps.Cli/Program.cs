using NbaProps.Cli.Commands;

using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The command drains and says how to go on; a second Ctrl-C ends the process at once.
    pressed.Cancel = !interrupt.IsCancellationRequested;
    interrupt.Cancel();
};

return await NbaPropsCommand.RunAsync(args, Console.Out, Console.Error, interrupt.Token);
