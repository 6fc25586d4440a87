using System.CommandLine;
using System.CommandLine.Invocation;

using NbaProps.Embedded.Broker;
using NbaProps.Hosting.Configuration;

namespace NbaProps.Cli.Commands;

/// <summary>The <c>nbaprops</c> command: parses, runs, and turns every outcome into an exit code and, for errors, one line.</summary>
internal static class NbaPropsCommand
{
    // Made once: the commands are single objects, and where each writes is told with the invocation, so that several may run in one process.
    private static readonly RootCommand Root = CreateRoot();

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var parsed = Root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            await errors.WriteLineAsync(WrongUsage.LineOf(parsed));
            return ExitCodes.WrongUsage;
        }

        try
        {
            // No time-out of the parser's own for signals: the caller's token is what stops a command.
            var invocation = new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (UsageException wrong)
        {
            await errors.WriteLineAsync(wrong.Message);
            return ExitCodes.WrongUsage;
        }
        catch (ConfigurationException wrong)
        {
            await errors.WriteLineAsync(string.Join(Environment.NewLine, wrong.Problems));
            return ExitCodes.WrongUsage;
        }
        catch (FolderInUseException taken)
        {
            await errors.WriteLineAsync(taken.Message);
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var walks = parsed.CommandResult.Command == BackfillCommand.Command || parsed.CommandResult.Command == RunDayCommand.Command || parsed.CommandResult.Command == DemoCommand.Command;
            await errors.WriteLineAsync(walks ? "Stopped. The same command goes on where this one stopped." : "Stopped.");
            return ExitCodes.Failed;
        }
        catch (Exception failure)
        {
            await errors.WriteLineAsync(parsed.GetValue(CommonOptions.Verbose) ? failure.ToString() : $"Failed: {failure.Message.ReplaceLineEndings(" ")} (--verbose shows where)");
            return ExitCodes.Failed;
        }
    }

    private static RootCommand CreateRoot()
    {
        var root = new RootCommand("NBA player-points predictions: five services, one chain.")
        {
            CommonOptions.Data,
            CommonOptions.Json,
            CommonOptions.Set,
            CommonOptions.Config,
            CommonOptions.Verbose,
        };
        void Add(Command command, Func<CommandContext, CancellationToken, Task<int>> run)
        {
            Bind(command, run);
            root.Add(command);
        }

        Add(DemoCommand.Command, DemoCommand.RunAsync);
        Add(RunDayCommand.Command, RunDayCommand.RunAsync);
        Add(BackfillCommand.Command, BackfillCommand.RunAsync);
        Add(StatusCommand.Command, StatusCommand.RunAsync);
        Add(ReliabilityCommand.Command, ReliabilityCommand.RunAsync);
        Add(PredictionsCommand.Command, PredictionsCommand.RunAsync);
        Add(RerunCommand.Command, RerunCommand.RunAsync);
        Add(RebuildCommand.Command, RebuildCommand.RunAsync);
        Add(GradeCommand.Command, GradeCommand.RunAsync);
        Add(SqlCommand.Command, SqlCommand.RunAsync);
        Add(UpCommand.Command, UpCommand.RunAsync);
        Add(ServeCommand.Command, ServeCommand.RunAsync);
        Add(ParseCommand.Command, ParseCommand.RunAsync);
        Add(DoctorCommand.Command, DoctorCommand.RunAsync);
        Add(TestCommand.Command, TestCommand.RunAsync);
        void Bind(Command command, Func<CommandContext, CancellationToken, Task<int>> run) =>
            command.SetAction((parsed, cancellationToken) => run(new CommandContext(parsed, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error), cancellationToken));
        root.Add(DriftCommand.Create(Bind));
        root.Add(SchemaCommand.Create(Bind));
        root.Add(DeadLettersCommand.Create(Bind));
        root.Add(DeployCommand.Create(Bind));
        root.Add(NamesCommand.Create(Bind));
        return root;
    }
}
