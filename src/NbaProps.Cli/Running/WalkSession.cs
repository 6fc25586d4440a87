using Microsoft.Extensions.Logging;

using NbaProps.Cli.Commands;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Resilience;
using NbaProps.Simulator.Faults;

using FaultKind = NbaProps.Shared.Resilience.FaultKind;

namespace NbaProps.Cli.Running;

/// <summary>Walks days for a command: opens the source and the pipeline, tells how far it is, and says at the end what was written and what is missing.</summary>
internal sealed class WalkSession : IAsyncDisposable
{
    private readonly CommandContext _context;
    private readonly SourceSession _source;
    private readonly ILoggerFactory _loggers;
    private readonly DayWalker _walker;
    private readonly DateTimeOffset _began;
    private readonly SortedDictionary<GameDate, IReadOnlyList<ExpectedOutput>> _outputs = [];

    private WalkSession(CommandContext context, SourceSession source, ILoggerFactory loggers, LocalPipeline pipeline, DateTimeOffset began)
    {
        (_context, _source, _loggers, Pipeline, _began) = (context, source, loggers, pipeline, began);
        _walker = new DayWalker(pipeline.Watcher, pipeline.WaitUntilIdleAsync, source.SetNow);
    }

    public LocalPipeline Pipeline { get; }

    /// <summary>Names the source, the same one always the same.</summary>
    public string Source => _source.Name;

    public static async Task<WalkSession> OpenAsync(CommandContext context, string? sourceName, FaultRates faults, GameDateRange range, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetUtcNow();
        var source = await SourceSession.OpenAsync(sourceName, faults, CliLogging.Quiet(context.Options), range.From, cancellationToken);
        if (source.Lacks(range) is { } lacks)
        {
            await source.DisposeAsync();
            throw new UsageException(lacks);
        }

        var loggers = CliLogging.Create(source.Options, context.Inputs);

        // Free ports: a walk is nobody's server, and may run beside `up` of another folder.
        var options = source.Options with { Ports = source.Options.Ports with { Base = 0 } };
        var start = new PipelineStart(options, context.Inputs, source.Clock, loggers)
        {
            Source = source.Name,
            BeforeMessagesAsync = watcher => StandAsync(source, watcher.Days, cancellationToken),
            Pdfs = source.Pdfs,
        };
        var pipeline = await LocalPipeline.StartAsync(start, cancellationToken);
        return new WalkSession(context, source, loggers, pipeline, began);
    }

    // A walk that was killed left messages behind: they are answered at the moment at which it stood.
    private static async Task StandAsync(SourceSession source, GameDays days, CancellationToken cancellationToken)
    {
        var visits = (await days.ListAsync(range: null, cancellationToken)).SelectMany(day => day.Visits).ToArray();
        if (visits.Length > 0)
        {
            var newest = visits.Max(visit => visit.Visit);
            source.SetNow(visits.Where(visit => visit.Visit == newest).Max(visit => visit.AsOf));
        }
    }

    /// <summary>Walks some dates, oldest first, and tells how far it is. A walk that was interrupted goes on.</summary>
    /// <param name="range">The dates.</param>
    /// <param name="evening">The date of which only what comes before its first game is walked; null for none.</param>
    /// <param name="onlyOnce">Whether a walk that came to its end and lacks nothing is left as it is, instead of visiting every day anew.</param>
    /// <param name="cancellationToken">Stops it; the next one goes on.</param>
    public async Task WalkAsync(GameDateRange range, GameDate? evening, bool onlyOnce, CancellationToken cancellationToken)
    {
        var state = Pipeline.Watcher.Ports.State;
        if (onlyOnce && await Walk.IsCompletedAsync(state, range, Source, cancellationToken)
            && !(await Pipeline.Tick.CompareAsync(range, now: null, cancellationToken)).Any(output => output.IsMissing))
        {
            return;
        }

        var walk = await (await Walk.BeginAsync(state, range, Source, cancellationToken)).SaveAsync(state, cancellationToken);
        await WalkProgress.RunAsync(_context.Errors, new WalkPace(range.Days, TimeProvider.System), async progress =>
        {
            foreach (var date in range)
            {
                if (walk.Done is { } done && date <= done)
                {
                    progress.Skip();
                    continue;
                }

                foreach (var moment in Moments.All.Where(moment => date != evening || moment < Moment.NextMorning))
                {
                    progress.Doing(date, moment);
                    await ReachAsync(date, moment, walk.Visit, cancellationToken);
                }

                walk = await (walk with { Done = date }).SaveAsync(state, cancellationToken);
                await progress.DoneAsync(date);
            }
        });
        await (walk with { Completed = true }).SaveAsync(state, cancellationToken);
    }

    /// <summary>Lets a day reach a moment; one of a live source that lies in the future is left out, and said so.</summary>
    public async Task ReachAsync(GameDate date, Moment moment, int visit, CancellationToken cancellationToken)
    {
        if (_source.IsLive && await _walker.InstantOfAsync(date, moment, cancellationToken) > TimeProvider.System.GetUtcNow())
        {
            await _context.Errors.WriteLineAsync($"{date} {moment}: lies in the future; left out");
            return;
        }

        _outputs[date] = await _walker.ReachAsync(date, moment, visit, cancellationToken);
        await ExportAsync(_outputs[date], cancellationToken);
    }

    // The logs are for people: what they lack is kept in state and told, and no reason to stop a walk.
    private async Task ExportAsync(IReadOnlyList<ExpectedOutput> outputs, CancellationToken cancellationToken)
    {
        try
        {
            await Pipeline.Watcher.Export.RunAsync(outputs, cancellationToken);
        }
        catch (Exception failure) when (Faults.Classify(failure) != FaultKind.Defect && !cancellationToken.IsCancellationRequested)
        {
            await _context.Errors.WriteLineAsync($"The logs could not be written and are kept for the next time: {failure.Message}");
        }
    }

    /// <summary>Says what came of the walk, of the dates that an interrupted one had reached before included.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ReportAsync(GameDateRange range, CancellationToken cancellationToken)
    {
        var summary = await SummaryAsync(range, cancellationToken);
        await summary.WriteAsync(_context.Output, _context.Json);
        return summary.ExitCode;
    }

    /// <summary>What came of the walk.</summary>
    public async Task<WalkSummary> SummaryAsync(GameDateRange range, CancellationToken cancellationToken)
    {
        var runs = await new RunLedger(Pipeline.Watcher.Ports.State).SinceAsync(_began, cancellationToken);
        var wrote = runs.Where(run => run.Wrote && run.Phase > (int)Phase.Scrapers).ToArray();
        var outputs = await Pipeline.Tick.CompareAsync(range, now: null, cancellationToken);
        var bad = outputs.Where(output => output.State is not (ExpectedState.Complete or ExpectedState.EmptyOk or ExpectedState.NotDue)).ToArray();
        return new WalkSummary(_outputs.Count, outputs.Count, wrote.Length, wrote.Sum(run => run.Rows), bad);
    }

    public async ValueTask DisposeAsync()
    {
        await Pipeline.DisposeAsync();
        await _source.DisposeAsync();
        _loggers.Dispose();
    }
}
