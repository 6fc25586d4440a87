using System.CommandLine;
using System.Globalization;

using NbaProps.Cli.Rendering;
using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;

namespace NbaProps.Cli.Commands;

/// <summary>Some weeks of a league that never existed through all five services, up to an evening's predictions: no key, no network, no data needed.</summary>
internal static class DemoCommand
{
    private const int FewestDays = 2;
    private const int MostDays = 120;
    private const int UsualDays = 24;

    private static readonly Option<string?> Seed = new("--seed") { Description = "Which league, a whole number; default 1" };
    private static readonly Option<string?> Days = new("--days") { Description = "Days of history before the evening; default 24" };

    public static Command Command { get; } = new("demo", "Simulates a league, runs some weeks of it through all services, and shows tonight's predictions") { Seed, Days };

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var seed = NumberOf(context, Seed, 1, long.MinValue, long.MaxValue);
        var days = (int)NumberOf(context, Days, UsualDays, FewestDays, MostDays);

        // A folder of its own for each league, so that no invented game ever stands beside a real one.
        var own = context.Beside(string.Create(CultureInfo.InvariantCulture, $".nbaprops-demo-{seed}"));
        var opening = SimulatedSeason.OpeningOf(SimulatedSource.Usual);
        var (history, evening) = (new GameDateRange(opening, opening.AddDays(days - 1)), opening.AddDays(days));
        await context.Errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"League {seed}, season {SimulatedSource.Usual}: {days} days of history, then the evening of {evening}"));
        await using var session = await WalkSession.OpenAsync(own, string.Create(CultureInfo.InvariantCulture, $"sim:{seed}"), FaultRates.None, new GameDateRange(opening, evening), cancellationToken);
        await WalkAsync(context, session, history, evening, cancellationToken);
        var summary = await session.SummaryAsync(new GameDateRange(opening, evening), cancellationToken);
        var shown = await ShownPredictions.ReadAsync(session.Pipeline.Watcher.Ports.Warehouse, new GameDateRange(opening, evening), system: null, cancellationToken);
        var report = new DemoReport(seed, evening, shown, summary, own.Options.DataDirectory);
        await (context.Json ? JsonOutput.WriteAsync(context.Output, report.Write) : report.WriteAsync(context.Output));
        return summary.ExitCode;
    }

    // Of the evening what is known before the first game: its results are for tomorrow.
    private static async Task WalkAsync(CommandContext context, WalkSession session, GameDateRange history, GameDate evening, CancellationToken cancellationToken)
    {
        var state = session.Pipeline.Watcher.Ports.State;
        var range = new GameDateRange(history.From, evening);
        var walk = await (await Walk.BeginAsync(state, range, session.Source, cancellationToken)).SaveAsync(state, cancellationToken);
        await WalkProgress.RunAsync(context.Errors, new WalkPace(range.Days, TimeProvider.System), async progress =>
        {
            foreach (var date in range)
            {
                if (walk.Done is { } done && date <= done)
                {
                    progress.Skip();
                    continue;
                }

                foreach (var moment in Moments.All.Where(moment => date < evening || moment < Moment.NextMorning))
                {
                    progress.Doing(date, moment);
                    await session.ReachAsync(date, moment, walk.Visit, cancellationToken);
                }

                walk = await (walk with { Done = date }).SaveAsync(state, cancellationToken);
                await progress.DoneAsync(date);
            }
        });
        await (walk with { Completed = true }).SaveAsync(state, cancellationToken);
    }

    private static long NumberOf(CommandContext context, Option<string?> option, long otherwise, long least, long most) =>
        context.Parsed.GetValue(option) is not { } text
            ? otherwise
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw new UsageException(string.Create(
                    CultureInfo.InvariantCulture, $"{option.Name} {text} is not accepted: accepted is a whole number{(least == long.MinValue ? string.Empty : FormattableString.Invariant($" from {least} to {most}"))}"));
}
