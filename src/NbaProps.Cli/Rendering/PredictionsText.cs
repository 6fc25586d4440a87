using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Predictions;

namespace NbaProps.Cli.Rendering;

/// <summary>A day's predictions for people: those with a line, then each system's record of the day.</summary>
internal static class PredictionsText
{
    private static readonly string[] Columns = ["player", "team", "opp", "system", "line", "predicted", "edge", "pick", "actual", "grade", "reason"];

    public static async Task WriteAsync(TextWriter output, GameDate date, IReadOnlyList<ShownPrediction> shown)
    {
        if (shown.Count == 0)
        {
            await output.WriteLineAsync($"{date} has no predictions. See: nbaprops status --date {date}");
            return;
        }

        var lined = shown.Where(one => one.Row.Line is not null).ToArray();
        TextTable.Write(output, Columns, lined.Select(Cells));
        await output.WriteLineAsync(Record(date, shown, lined.Select(one => one.Row.PlayerId).Distinct().Count()));
    }

    private static string[] Cells(ShownPrediction one) =>
    [
        one.Row.PlayerName, one.Row.Team.ToString(), one.Row.Opponent.ToString(), one.Row.SystemId,
        Number(one.Row.Line is { } line ? (double)line.Value : null), Number(one.Row.PredictedPoints), Number(one.Row.Edge), one.Row.Recommendation,
        one.Accuracy?.ActualPoints?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, one.Grade, one.Row.Reason,
    ];

    private static string Number(double? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Record(GameDate date, IReadOnlyList<ShownPrediction> shown, int lines)
    {
        var records = shown.GroupBy(one => one.Row.SystemId, StringComparer.Ordinal).Select(system =>
        {
            int Count(Grade grade) => system.Count(one => string.Equals(one.Grade, grade.ToStorageName(), StringComparison.Ordinal));
            return string.Create(CultureInfo.InvariantCulture, $"{system.Key}: {Count(Grade.Correct)} correct, {Count(Grade.Wrong)} wrong, {Count(Grade.Push)} push, {Count(Grade.Void)} void, {Count(Grade.Pending)} pending");
        });
        return string.Create(CultureInfo.InvariantCulture, $"{date}: {lines} players with a line. {string.Join("; ", records)}. Players without a line: --json.");
    }
}
