using System.CommandLine;
using System.Globalization;

using NbaProps.Cli.Rendering;
using NbaProps.Domain.Calendar;
using NbaProps.Operations;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Ticking;

namespace NbaProps.Cli.Commands;

/// <summary>The expected-output grid, with causes.</summary>
internal static class StatusCommand
{
    private static readonly Option<string?> Date = CommonOptions.Date("--date", "One game date in detail");

    public static Command Command { get; } = new("status", "What should be there, and what is") { Date };

    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var date = CommonOptions.OptionalDateOf(context.Parsed, Date);
        return context.WithStoresAsync(
            async (stores, watcher) =>
            {
                GameDateRange? range = date is { } day ? new GameDateRange(day, day) : null;
                var now = TimeProvider.System.GetUtcNow();
                var beat = await WatcherBeat.FindAsync(stores.Ports.State, cancellationToken);
                var outputs = await watcher.Tick.CompareAsync(range, beat?.GameTimeAt(now), cancellationToken);
                var incidents = await new IncidentLog(stores.Ports.State).OpenAsync(cancellationToken);
                var alone = beat?.IsOverdue(now) == true;
                var credits = await CreditsAsync(context, watcher, now, cancellationToken);
                await WriteAsync(context, date, outputs, incidents, credits, beat, alone);
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

    private static bool IsBad(ExpectedOutput output) => output.State is ExpectedState.Failed or ExpectedState.Blocked or ExpectedState.Overdue;

    private static async Task WriteAsync(
        CommandContext context, GameDate? date, IReadOnlyList<ExpectedOutput> outputs, IReadOnlyList<Incident> incidents, IReadOnlyList<CreditOutlook> credits, WatcherBeat? beat, bool alone)
    {
        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json => StatusJson.Write(json, outputs, incidents, credits, beat, alone));
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

        foreach (var outlook in credits)
        {
            await context.Output.WriteLineAsync($"{outlook.Allowance.Source}: {outlook}");
        }

        if (date is { } day && outputs.Count == 0)
        {
            await context.Output.WriteLineAsync($"{day} has not begun. Begin with: nbaprops run-day --date {day} --source archive:DIR");
            return;
        }

        if (date is not null)
        {
            TextTable.Write(context.Output, ["output", "state", "rows", "attempts", "cause"], outputs.Select(output => new[]
            {
                output.Unit.ToString(), Glyphs.Of(output.State), TextTable.Text(output.Rows), TextTable.Text(output.Attempts), output.Cause,
            }));
            return;
        }

        if (outputs.Count == 0)
        {
            await context.Output.WriteLineAsync("No day has begun. Begin with: nbaprops backfill --from D --to D --source archive:DIR");
            return;
        }

        var states = Enum.GetValues<ExpectedState>();
        TextTable.Write(context.Output, ["date", .. states.Select(Glyphs.Of)], outputs.GroupBy(output => output.Unit.Partition.Date).Select(group =>
            states.Select(state => group.Count(output => output.State == state))
                .Select(count => count == 0 ? string.Empty : count.ToString(CultureInfo.InvariantCulture))
                .Prepend(group.Key.ToString())
                .ToArray()));
    }
}
