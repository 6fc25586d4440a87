using System.CommandLine;

using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;

namespace NbaProps.Cli.Commands;

/// <summary>The whole pipeline for one game date: the results of the day before, the morning's context, the cut-off, the results of the day.</summary>
internal static class RunDayCommand
{
    private static readonly Option<string?> Date = CommonOptions.Date("--date", "The game date");
    private static readonly Option<string?> Source = CommonOptions.Source();
    private static readonly Option<string[]> Fault = CommonOptions.Fault();

    public static Command Command { get; } = new("run-day", "Runs the pipeline for one game date, then ends") { Date, Source, Fault };

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var date = CommonOptions.DateOf(context.Parsed, Date);
        await using var session = await WalkSession.OpenAsync(context, context.Parsed.GetValue(Source), CommonOptions.FaultsOf(context.Parsed, Fault, context.Parsed.GetValue(Source)), new GameDateRange(date, date), cancellationToken);
        var walk = await Walk.BeginAsync(session.Pipeline.Watcher.Ports.State, new GameDateRange(date.AddDays(-1), date), session.Source, cancellationToken);
        await session.ReachAsync(date.AddDays(-1), Moment.NextMorning, walk.Visit, cancellationToken);
        foreach (var moment in Moments.All)
        {
            await context.Errors.WriteLineAsync($"{date} {moment}");
            await session.ReachAsync(date, moment, walk.Visit, cancellationToken);
        }

        await (walk with { Done = date, Completed = true }).SaveAsync(session.Pipeline.Watcher.Ports.State, cancellationToken);
        return await session.ReportAsync(new GameDateRange(date.AddDays(-1), date), cancellationToken);
    }
}
