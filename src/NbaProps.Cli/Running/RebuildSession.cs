using System.Globalization;

using Microsoft.Extensions.Logging;

using NbaProps.Cli.Commands;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Replaying;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Cli.Running;

/// <summary>A replay for a command: the services without the scrapers, on the folder as it was at each moment; tells how far it is and what is missing at the end.</summary>
internal sealed class RebuildSession : IAsyncDisposable
{
    private readonly CommandContext _context;
    private readonly ILoggerFactory _loggers;
    private readonly LocalPipeline _pipeline;
    private readonly HeldGameClock _clock;
    private readonly IStateStore _state;
    private readonly DateTimeOffset _began = TimeProvider.System.GetUtcNow();
    private int _dates;

    private RebuildSession(CommandContext context, ILoggerFactory loggers, LocalPipeline pipeline, HeldGameClock clock, IStateStore state) =>
        (_context, _loggers, _pipeline, _clock, _state) = (context, loggers, pipeline, clock, state);

    /// <summary>Refuses a folder that has lost nothing, or has nothing to rebuild from.</summary>
    public static Task RequireLostWarehouseAsync(CommandContext context, CancellationToken cancellationToken) => context.WithStoresAsync(
        async (stores, watcher) =>
        {
            var state = stores.Ports.State;
            var days = await watcher.Days.ListAsync(range: null, cancellationToken);
            if (days.Count == 0)
            {
                throw new UsageException($"{context.Options.DataDirectory} has no day that has begun: accepted is a folder with its orchestration.db and its objects");
            }

            if (await ReplayProgress.FindInterruptedAsync(state, cancellationToken) is not null)
            {
                return true;
            }

            var range = new GameDateRange(days[0].Date.AddDays(-1), days[^1].Date.AddDays(1));
            foreach (var table in watcher.Manifest.Tables)
            {
                var rows = await stores.Ports.Warehouse.ReadAsync(new ReadRequest(table, [table.PartitionColumn], range, []), cancellationToken);
                if (rows.Rows.Count > 0)
                {
                    throw new UsageException(
                        $"{table.FullName} has rows: rebuild is for a warehouse that was lost, its files removed from {Path.Combine(context.Options.DataDirectory, "warehouse")}. To parse payloads again: nbaprops rerun --phase 2 --from D --to D");
                }
            }

            return true;
        },
        cancellationToken);

    public static async Task<RebuildSession> OpenAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = CliLogging.Quiet(context.Options) with { Ports = context.Options.Ports with { Base = 0 } };
        var loggers = CliLogging.Create(options, context.Inputs);

        // Without the scrapers' service nobody is subscribed to what is sent to them, and no source can be asked. Before everything: a message that a killed process left behind finds no day that has begun.
        var clock = new HeldGameClock();
        IStateStore? state = null;
        var start = new PipelineStart(options, context.Inputs, clock, loggers)
        {
            BeforeMessagesAsync = watcher => ReplayProgress.BeginAsync(state!, watcher.Manifest, cancellationToken),
            Definitions = [.. LocalPipeline.Definitions.Where(service => !service.Phases.Contains(Phase.Scrapers))],
            Seen = stored => new ReplayedState(state = stored, clock),
        };
        var pipeline = await LocalPipeline.StartAsync(start, cancellationToken);
        return new RebuildSession(context, loggers, pipeline, clock, state!);
    }

    /// <summary>Repeats every step that is not done.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var progress = await ReplayProgress.BeginAsync(_state, _pipeline.Watcher.Manifest, cancellationToken);
        var steps = await ReplayTimeline.ReadAsync(_state, cancellationToken);
        var replay = new Replay(_pipeline.Watcher, _clock, _pipeline.WaitUntilIdleAsync);
        var last = steps.SelectMany(step => step.Dates.Select(date => (date, step.At))).GroupBy(step => step.date).ToDictionary(date => date.Key, date => date.Max(step => step.At));
        _dates = last.Count;
        foreach (var step in steps)
        {
            if (progress.Done is not { } done || step.At > done)
            {
                await replay.RepeatAsync(step, cancellationToken);
                progress = await (progress with { Done = step.At }).SaveAsync(_state, cancellationToken);
                await _pipeline.Watcher.Export.RunAsync([], cancellationToken);
            }

            foreach (var date in step.Dates.Where(date => last[date] == step.At))
            {
                await _context.Errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{date} done, {last.Count(other => other.Value <= step.At)} of {_dates}"));
            }
        }

        await (progress with { Completed = true }).SaveAsync(_state, cancellationToken);
    }

    /// <summary>Says what came of it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ReportAsync(CancellationToken cancellationToken)
    {
        var runs = (await new RunLedger(_state).SinceAsync(_began, cancellationToken)).Where(run => run.Wrote).ToArray();
        var outputs = (await _pipeline.Tick.CompareAsync(dates: null, now: null, cancellationToken)).Where(output => _pipeline.Watcher.Manifest.Processor(output.Unit.Processor).Phase > Phase.Scrapers).ToArray();
        await _pipeline.Watcher.Export.RunAsync(outputs, cancellationToken);
        var bad = outputs.Where(output => output.State is not (ExpectedState.Complete or ExpectedState.EmptyOk or ExpectedState.NotDue)).ToArray();
        await new WalkSummary(_dates, outputs.Length, runs.Length, runs.Sum(run => run.Rows), bad).WriteAsync(_context.Output, _context.Json);
        return bad.Any(output => output.IsMissing) ? ExitCodes.CheckFailed : ExitCodes.Done;
    }

    public async ValueTask DisposeAsync()
    {
        await _pipeline.DisposeAsync();
        _loggers.Dispose();
    }
}
