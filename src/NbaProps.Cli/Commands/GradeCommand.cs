using System.CommandLine;
using System.Globalization;

using NbaProps.Cli.Rendering;
using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Cli.Commands;

/// <summary>Grades a date, or grades it again.</summary>
internal static class GradeCommand
{
    private static readonly Option<string?> Date = CommonOptions.Date("--date", "The game date");

    public static Command Command { get; } = new("grade", "(Re)grades a date") { Date };

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var date = CommonOptions.DateOf(context.Parsed, Date);
        await using var session = await ForcedRuns.OpenAsync(context, scrapes: false, source: null, first: null, cancellationToken);
        var ports = session.Watcher.Ports;
        await UnitReset.ForgetAsync(ports.State, new UnitKey(PredictionsPhase.Accuracy.Name, new(date)), scraped: null, cancellationToken);
        var request = new DateRequest { TargetDate = date, TriggerSource = "nbaprops grade" };
        await ports.Bus.PublishAsync(PredictionsPhase.Accuracy.DateTopic!, [request.ToMessage()], cancellationToken);
        await session.ComeToRestAsync(new GameDateRange(date, date), cancellationToken);
        var problems = await session.ProblemsAsync([new UnitKey(PredictionsPhase.Accuracy.Name, new(date))], new GameDateRange(date, date), cancellationToken);
        foreach (var problem in problems)
        {
            await context.Errors.WriteLineAsync(problem);
        }

        var rows = await ports.Warehouse.ReadAsync<PredictionAccuracyRow>(new GameDateRange(date, date), cancellationToken: cancellationToken);
        var counts = rows.GroupBy(row => row.Grade, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json =>
            {
                json.WriteStartObject();
                json.WriteString("date", date.ToString());
                json.WriteStartObject("grades");
                foreach (var grade in counts)
                {
                    json.WriteNumber(grade.Key, grade.Count());
                }

                json.WriteEndObject();
                json.WriteEndObject();
            });
            return rows.Count == 0 || problems.Count > 0 ? ExitCodes.CheckFailed : ExitCodes.Done;
        }

        await context.Output.WriteLineAsync(rows.Count == 0
            ? $"{date} has nothing to grade. See: nbaprops status --date {date}"
            : $"{date}: " + string.Join(", ", counts.Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}"))));
        return rows.Count == 0 || problems.Count > 0 ? ExitCodes.CheckFailed : ExitCodes.Done;
    }
}
