using System.CommandLine;
using System.Globalization;

using NbaProps.Cli.Rendering;
using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
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
        var evening = opening.AddDays(days);
        var dates = new GameDateRange(opening, evening);
        await using var session = await WalkSession.OpenAsync(own, string.Create(CultureInfo.InvariantCulture, $"sim:{seed}"), FaultRates.None, dates, cancellationToken);
        await context.Errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"League {seed}, season {SimulatedSource.Usual}: {days} days of history, then the evening of {evening}"));

        // Of the evening what is known before the first game: its results are for tomorrow. Shown a second time it is the same, and need not be played again.
        await session.WalkAsync(dates, evening, onlyOnce: true, cancellationToken);
        var summary = await session.SummaryAsync(dates, cancellationToken) with { Dates = dates.Days };
        var shown = await ShownPredictions.ReadAsync(session.Pipeline.Watcher.Ports.Warehouse, dates, system: null, cancellationToken);
        var report = new DemoReport(seed, evening, shown, summary, own.Options.DataDirectory);
        await (context.Json ? JsonOutput.WriteAsync(context.Output, report.Write) : report.WriteAsync(context.Output));
        return summary.ExitCode;
    }

    private static long NumberOf(CommandContext context, Option<string?> option, long otherwise, long least, long most) =>
        context.Parsed.GetValue(option) is not { } text
            ? otherwise
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw new UsageException(string.Create(
                    CultureInfo.InvariantCulture, $"{option.Name} {text} is not accepted: accepted is a whole number{(least == long.MinValue ? string.Empty : FormattableString.Invariant($" from {least} to {most}"))}"));
}
