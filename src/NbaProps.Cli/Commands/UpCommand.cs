using System.CommandLine;
using System.Globalization;

using Microsoft.Extensions.Logging;

using NbaProps.Cli.Running;
using NbaProps.Operations;

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
        await using var pipeline = await LocalPipeline.StartAsync(source.Options, context.Inputs, TimeProvider.System, loggers, cancellationToken);
        foreach (var service in pipeline.Services)
        {
            await context.Errors.WriteLineAsync($"{service.Definition.Name} listens on {service.BaseAddress}");
        }

        var watcher = new Watcher(pipeline.Watcher, new Hosting.Notifications.ConsoleNotifier(loggers.CreateLogger<Hosting.Notifications.ConsoleNotifier>()), new WatcherTimes(source.Options.Operations.TickInterval, source.Options.Operations.ScheduleInterval), TimeProvider.System, clock);
        try
        {
            var watching = watcher.RunAsync(source.SetNow, cancellationToken);
            await await Task.WhenAny(watching, pipeline.Completion);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await context.Errors.WriteLineAsync("Stopping: runs under way come to their end.");
        }

        return ExitCodes.Done;
    }

    private static GameClock ClockOf(CommandContext context, SourceSession source)
    {
        if (source.IsLive)
        {
            return GameClock.Live(TimeProvider.System);
        }

        var text = context.Parsed.GetValue(Start) ?? throw new UsageException("--start is missing: an archive needs the moment at which its clock starts, such as 2022-12-27T10:00:00-05:00");
        var factor = context.Parsed.GetValue(Factor);
        if (!(factor > 0 && factor <= MostHurry))
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--factor {factor} is not accepted: accepted is a number above 0, at most {MostHurry}"));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? GameClock.Simulated(TimeProvider.System, start, factor)
            : throw new UsageException($"--start {text} is not a moment: accepted is one such as 2022-12-27T10:00:00-05:00");
    }
}
