using System.CommandLine;
using System.Globalization;

using NbaProps.Cli.Rendering;
using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Operations;
using NbaProps.Operations.PlayByPlay;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Healing;
using NbaProps.Shared.Pipeline.Ticking;

namespace NbaProps.Cli.Commands;

/// <summary>The expected-output grid, with causes.</summary>
internal static class StatusCommand
{
    private static readonly Option<string?> Date = CommonOptions.Date("--date", "One game date in detail");

    private static readonly Option<string?> From = CommonOptions.Date("--from", "First of several dates");
    private static readonly Option<string?> To = CommonOptions.Date("--to", "Last of several dates");

    public static Command Command { get; } = new("status", "What should be there, and what is") { Date, From, To };

    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var date = CommonOptions.OptionalDateOf(context.Parsed, Date);
        var range = RangeOf(context, date);
        return context.WithStoresAsync(
            async (stores, watcher) =>
            {
                var now = TimeProvider.System.GetUtcNow();
                var beat = await WatcherBeat.FindAsync(stores.Ports.State, cancellationToken);
                var outputs = await watcher.Tick.CompareAsync(range, beat?.GameTimeAt(now), cancellationToken);
                var incidents = await new IncidentLog(stores.Ports.State).OpenAsync(cancellationToken);
                var alone = beat?.IsOverdue(now) == true;
                var credits = await CreditsAsync(context, watcher, now, cancellationToken);
                var plays = range is { } dates ? await PlaysAsync(watcher, dates, beat?.GameTimeAt(now), cancellationToken) : null;
                var source = await FolderLeague.HintAsync(stores.Ports.State, cancellationToken);
                await WriteAsync(context, date, new(outputs, incidents, credits, plays, beat, alone, source));
                return alone || outputs.Any(IsBad) ? ExitCodes.CheckFailed : ExitCodes.Done;
            },
            cancellationToken);
    }

    /// <summary>Where the credits of sources that count them stand; of those that have no key nothing is asked.</summary>
    internal static async Task<IReadOnlyList<CreditOutlook>> CreditsAsync(CommandContext context, PipelineRuntime watcher, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var planner = new CreditPlanner(watcher);
        var outlooks = new List<CreditOutlook>();
        foreach (var allowance in context.Options.Upstreams.Allowances())
        {
            outlooks.Add(await planner.FindAsync(allowance, now, cancellationToken));
        }

        return outlooks;
    }

    private static GameDateRange? RangeOf(CommandContext context, GameDate? date)
    {
        var ranged = context.Parsed.GetValue(From) is not null || context.Parsed.GetValue(To) is not null;
        return (date, ranged) switch
        {
            ({ } day, false) => new GameDateRange(day, day),
            (null, true) => CommonOptions.RangeOf(context.Parsed, From, To),
            (null, false) => null,
            _ => throw new UsageException("Which dates was said twice: accepted is --date D, or --from D --to D"),
        };
    }

    // Where nobody watches it is as late as the newest day's clock says.
    private static async Task<PlayByPlayStatus> PlaysAsync(PipelineRuntime watcher, GameDateRange range, DateTimeOffset? now, CancellationToken cancellationToken)
    {
        var games = await new PlayByPlayArrivals(watcher.Ports).ReadAsync(range, cancellationToken);
        var days = await watcher.Days.ListAsync(range: null, cancellationToken);
        return new PlayByPlayStatus(games, now ?? (days.Count == 0 ? DateTimeOffset.MinValue : days.Max(day => day.AsOf)));
    }

    private static bool IsBad(ExpectedOutput output) => output.State is ExpectedState.Failed or ExpectedState.Blocked or ExpectedState.Overdue;

    private static async Task WriteAsync(CommandContext context, GameDate? date, StatusReport report)
    {
        var (outputs, incidents, credits, plays, beat, alone, source) = report;
        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json => StatusJson.Write(json, report));
            return;
        }

        if (beat is not null && alone)
        {
            await context.Output.WriteLineAsync($"Critical: nobody has watched over this installation since {beat.LookedAt:u}. Start: nbaprops up --source live, or nbaprops serve --service operations");
        }

        foreach (var incident in incidents)
        {
            await context.Output.WriteLineAsync($"{incident.Severity} since {incident.OpenedAt:u}: {incident.Title}. {incident.Cause} {incident.Done} See: {incident.Command}");
        }

        foreach (var breaker in CircuitBreaker.Of(outputs))
        {
            await context.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Circuit breaker of {breaker.Processor}: {breaker.Failing.Count} {(breaker.Failing.Count == 1 ? "unit has" : "units have")} failed as often as each is tried; next probe {(breaker.NextProbe is { } at ? $"{at:u}" : "at the next tick")}"));
        }

        foreach (var outlook in credits)
        {
            await context.Output.WriteLineAsync($"{outlook.Allowance.Source}: {outlook}");
        }

        if (date is { } day && outputs.Count == 0)
        {
            await context.Output.WriteLineAsync($"{day} has not begun. Begin with: nbaprops run-day --date {day} --source {source}");
            return;
        }

        if (date is not null)
        {
            TextTable.Write(context.Output, ["output", "state", "rows", "attempts", "cause"], outputs.Select(output => new[]
            {
                output.Unit.ToString(), Glyphs.Of(output.State), TextTable.Text(output.Rows), TextTable.Text(output.Attempts), output.Cause,
            }));
            plays?.Write(context.Output, all: true);
            return;
        }

        if (outputs.Count == 0)
        {
            await context.Output.WriteLineAsync($"No day has begun. Begin with: nbaprops backfill --from D --to D --source {source}");
            return;
        }

        var states = Enum.GetValues<ExpectedState>();
        TextTable.Write(context.Output, ["date", .. states.Select(Glyphs.Of)], outputs.GroupBy(output => output.Unit.Partition.Date).Select(group =>
            states.Select(state => group.Count(output => output.State == state))
                .Select(count => count == 0 ? string.Empty : count.ToString(CultureInfo.InvariantCulture))
                .Prepend(group.Key.ToString())
                .ToArray()));
        plays?.Write(context.Output, all: false);
    }
}
