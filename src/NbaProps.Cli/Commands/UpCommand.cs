using System.CommandLine;
using System.Globalization;

using NbaProps.Cli.Running;
using NbaProps.Hosting.Configuration;
using NbaProps.Operations;
using NbaProps.Shared.Pipeline.Days;

namespace NbaProps.Cli.Commands;

/// <summary>Everything on this machine until stopped: the five services, the scheduler and the watcher.</summary>
internal static class UpCommand
{
    // A second is a month: nothing comes to rest between two looks at such a clock.
    private const double MostHurry = 2_592_000;

    private static readonly Option<string?> Source = CommonOptions.Source();
    private static readonly Option<string?> Start = new("--start") { Description = "With an archive: the moment at which the simulated clock starts, such as 2022-12-27T10:00:00-05:00" };
    private static readonly Option<double> Factor = new("--factor") { Description = "How much faster than real time the simulated clock runs", DefaultValueFactory = _ => 1 };

    public static Command Command { get; } = new("up", "The five services, scheduler and watcher until stopped") { Source, Start, Factor };

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var source = await SourceSession.OpenAsync(context.Parsed.GetValue(Source), context.Options, cancellationToken);
        var clock = ClockOf(context, source);
        using var loggers = CliLogging.Create(source.Options, context.Inputs);
        await using var pipeline = await LocalPipeline.StartAsync(source.Options, context.Inputs, clock, TimeProvider.System, loggers, cancellationToken);
        await using var operations = await OperationsService.StartAsync(pipeline.Host, source.SetNow, loggers, cancellationToken);
        foreach (var (name, address) in pipeline.Services.Select(service => (service.Definition.Name, service.BaseAddress)).Append((OperationsService.Definition.Name, operations.BaseAddress)))
        {
            await context.Errors.WriteLineAsync($"{name} listens on {address}");
        }

        var failed = Task.WhenAny(operations.Completion, pipeline.Completion);
        if (await Task.WhenAny(failed, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken)) == failed)
        {
            await await failed;
        }

        await context.Errors.WriteLineAsync("Stopping: runs under way come to their end.");
        return ExitCodes.Done;
    }

    private static GameClock ClockOf(CommandContext context, SourceSession source)
    {
        if (source.IsLive)
        {
            foreach (Option option in new Option[] { Start, Factor })
            {
                if (context.Parsed.GetResult(option) is { Implicit: false })
                {
                    throw new UsageException($"{option.Name} is not accepted with --source live: its clock is the wall clock");
                }
            }

            return source.Clock;
        }

        if (context.Parsed.GetValue(Start) is not { } text)
        {
            return context.Options.Clock.Start is not null
                ? context.Options.Clock.Create(TimeProvider.System)
                : throw new UsageException($"--start is missing: an archive needs the moment at which its clock starts: {Accepted}");
        }

        var factor = context.Parsed.GetValue(Factor);
        if (!(factor > 0 && factor <= MostHurry))
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--factor {factor} is not accepted: accepted is a number above 0, at most {MostHurry}"));
        }

        return ClockOptions.ParseMoment(text) is { } start
            ? GameClock.Simulated(TimeProvider.System, start, TimeProvider.System.GetUtcNow(), factor)
            : throw new UsageException($"--start {text} is not a moment: {Accepted}");
    }

    private static string Accepted => $"accepted is {ClockOptions.AcceptedMoment}";
}
