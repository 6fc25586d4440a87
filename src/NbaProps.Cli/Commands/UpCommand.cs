using System.CommandLine;
using System.Globalization;

using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Operations;
using NbaProps.Shared.Pipeline.Days;

namespace NbaProps.Cli.Commands;

/// <summary>Everything on this machine until stopped: the five services, the scheduler and the watcher.</summary>
internal static class UpCommand
{
    private static readonly Option<string?> Source = CommonOptions.Source();
    private static readonly Option<string[]> Fault = CommonOptions.Fault();
    private static readonly Option<string?> Start = new("--start") { Description = "The moment at which the simulated clock starts, such as 2022-12-27T10:00:00-05:00. A simulated league goes on where the folder stands, or begins with its season" };
    private static readonly Option<double> Factor = new("--factor") { Description = "How much faster than real time the simulated clock runs", DefaultValueFactory = _ => 1 };

    public static Command Command { get; } = new("up", "The five services, scheduler and watcher until stopped") { Source, Fault, Start, Factor };

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var asked = context.Parsed.GetValue(Source) ?? await UpStart.SourceAsync(context, cancellationToken);
        await FolderLeague.RequireAsync(context, asked, cancellationToken);
        var faults = CommonOptions.FaultsOf(context.Parsed, Fault, asked);
        var start = StartOf(context, asked) ?? (SimulatedSource.IsMeant(asked) ? await UpStart.StoodAtAsync(context, cancellationToken) : null);
        var date = start is { } moment ? UpStart.DateAt(moment) : (GameDate?)null;
        await using var source = await SourceSession.OpenAsync(asked, faults, context.Options, date, cancellationToken);
        var clock = ClockOf(context, source, start);

        // While everything starts no time passes: at an hour a second a start would take the cut-off past the first game.
        using var still = (clock as PacedGameClock)?.Stand();
        var options = clock.IsLive ? source.Options : Hurry.Of(source.Options, clock is PacedGameClock ? context.Parsed.GetValue(Factor) : context.Options.Clock.Factor);
        using var loggers = CliLogging.Create(options, context.Inputs);
        var begin = new PipelineStart(options, context.Inputs, clock, loggers)
        {
            Source = source.Name,
            Pdfs = source.Pdfs,

            // Messages that a killed process left behind are answered at the moment at which the folder stands: before it the source has nothing, and would be believed.
            BeforeMessagesAsync = _ =>
            {
                source.SetNow(clock.Now);
                return Task.CompletedTask;
            },
        };
        await using var pipeline = await LocalPipeline.StartAsync(begin, cancellationToken);
        var pace = clock is PacedGameClock paced ? new Pace(paced, pipeline.WaitUntilIdleAsync) : null;
        await using var operations = await OperationsService.StartAsync(pipeline.Host, source.SetNow, loggers, cancellationToken, pace);
        still?.Dispose();
        if (!source.IsLive)
        {
            await context.Errors.WriteLineAsync($"{source.Name}: it is {GameDate.ToEastern(clock.Now):yyyy-MM-dd HH:mm} Eastern");
        }

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

    /// <summary>The moment that was asked for; null when none was, or when another one is not accepted.</summary>
    private static DateTimeOffset? StartOf(CommandContext context, string source)
    {
        var factor = context.Parsed.GetValue(Factor);
        if (source is SourceSession.Live)
        {
            return null;
        }

        if (!(factor > 0 && factor <= Hurry.Most))
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--factor {factor} is not accepted: accepted is a number above 0, at most {Hurry.Most}"));
        }

        return context.Parsed.GetValue(Start) is { } text
            ? ClockOptions.ParseMoment(text) ?? throw new UsageException($"--start {text} is not a moment: {Accepted}")
            : context.Options.Clock.Start is null ? null : context.Options.Clock.Create(TimeProvider.System).Now;
    }

    private static GameClock ClockOf(CommandContext context, SourceSession source, DateTimeOffset? start)
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

        if (context.Parsed.GetValue(Start) is null && context.Options.Clock.Start is not null)
        {
            return context.Options.Clock.Create(TimeProvider.System);
        }

        if ((start ?? UpStart.Usual(source)) is not { } first)
        {
            throw new UsageException($"--start is missing: an archive needs the moment at which its clock starts: {Accepted}");
        }

        var date = UpStart.DateAt(first);
        return source.Opening is not null && source.Lacks(new GameDateRange(date, date)) is { } lacks
            ? throw new UsageException($"--start {first:u} is not accepted: {lacks}")
            : Clock(first, context.Parsed.GetValue(Factor));
    }

    // Slower than the wall, or with it, nothing has to be waited for.
    private static GameClock Clock(DateTimeOffset first, double factor) => factor > 1
        ? new PacedGameClock(TimeProvider.System, first, factor)
        : GameClock.Simulated(TimeProvider.System, first, TimeProvider.System.GetUtcNow(), factor);

    private static string Accepted => $"accepted is {ClockOptions.AcceptedMoment}";
}
