using System.CommandLine;
using System.Globalization;

using NbaProps.Cli.Rendering;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Predictions;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Cli.Commands;

/// <summary>A day's predictions with their grades.</summary>
internal static class PredictionsCommand
{
    private static readonly Option<string?> Date = CommonOptions.Date("--date", "The game date");
    private static readonly Option<string?> System = new("--system") { Description = "One prediction system, such as moving_average_v1" };

    public static Command Command { get; } = new("predictions", "That day's predictions, graded where the games are over") { Date, System };

    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var date = CommonOptions.DateOf(context.Parsed, Date);
        var system = context.Parsed.GetValue(System);
        return context.WithStoresAsync(
            async (stores, _) =>
            {
                var range = new GameDateRange(date, date);
                var served = (await stores.Ports.Warehouse.ReadAsync<PlayerPropPredictionRow>(range, cancellationToken: cancellationToken))
                    .Where(row => row.IsActive && string.Equals(row.Serving, Servings.Served, StringComparison.Ordinal))
                    .Where(row => system is null || string.Equals(row.SystemId, system, StringComparison.Ordinal))
                    .ToArray();
                var grades = (await stores.Ports.Warehouse.ReadAsync<PredictionAccuracyRow>(range, cancellationToken: cancellationToken))
                    .Where(row => string.Equals(row.Serving, Servings.Served, StringComparison.Ordinal))
                    .ToDictionary(row => (row.GameId, row.PlayerId, row.SystemId, row.Market));
                var shown = served
                    .Select(row => (Row: row, Grade: grades.GetValueOrDefault((row.GameId, row.PlayerId, row.SystemId, row.Market))))
                    .OrderBy(pair => pair.Row.GameId.ToString(), StringComparer.Ordinal)
                    .ThenBy(pair => pair.Row.Team.ToString(), StringComparer.Ordinal)
                    .ThenBy(pair => pair.Row.PlayerName, StringComparer.Ordinal)
                    .ThenBy(pair => pair.Row.SystemId, StringComparer.Ordinal)
                    .ToArray();
                await (context.Json ? WriteJsonAsync(context, shown) : WriteTableAsync(context, date, shown));
                return ExitCodes.Done;
            },
            cancellationToken);
    }

    private static string GradeOf(PlayerPropPredictionRow row, PredictionAccuracyRow? grade) =>
        grade?.Grade ?? Grading.Grade(Recommendations.Parse(row.Recommendation), row.Line, GameOutcome.NotFinal).ToStorageName();

    private static Task WriteJsonAsync(CommandContext context, IReadOnlyList<(PlayerPropPredictionRow Row, PredictionAccuracyRow? Grade)> shown) =>
        JsonOutput.WriteAsync(context.Output, json =>
        {
            json.WriteStartArray();
            foreach (var (row, grade) in shown)
            {
                json.WriteStartObject();
                json.WriteString("game_date", row.GameDate.ToString());
                json.WriteString("game_id", row.GameId.ToString());
                json.WriteNumber("player_id", row.PlayerId.Id);
                json.WriteString("player_name", row.PlayerName);
                json.WriteString("team", row.Team.ToString());
                json.WriteString("opponent", row.Opponent.ToString());
                json.WriteString("market", row.Market);
                json.WriteString("system_id", row.SystemId);
                Write("line", row.Line?.Value);
                json.WriteString("bookmaker", row.Bookmaker);
                Write("predicted_points", row.PredictedPoints);
                Write("edge", row.Edge);
                Write("p_over", row.POver);
                json.WriteString("recommendation", row.Recommendation);
                json.WriteString("reason", row.Reason);
                Write("actual_points", grade?.ActualPoints);
                json.WriteString("grade", GradeOf(row, grade));
                json.WriteString("as_of", row.AsOf.ToUniversalTime());
                json.WriteEndObject();
            }

            json.WriteEndArray();

            void Write(string name, object? value)
            {
                json.WritePropertyName(name);
                JsonOutput.Value(json, value);
            }
        });

    private static async Task WriteTableAsync(CommandContext context, GameDate date, IReadOnlyList<(PlayerPropPredictionRow Row, PredictionAccuracyRow? Grade)> shown)
    {
        if (shown.Count == 0)
        {
            await context.Output.WriteLineAsync($"{date} has no predictions. See: nbaprops status --date {date}");
            return;
        }

        var lined = shown.Where(pair => pair.Row.Line is not null).ToArray();
        TextTable.Write(context.Output, ["player", "team", "opp", "system", "line", "predicted", "edge", "pick", "actual", "grade", "reason"], lined.Select(pair => new[]
        {
            pair.Row.PlayerName, pair.Row.Team.ToString(), pair.Row.Opponent.ToString(), pair.Row.SystemId,
            Number(pair.Row.Line is { } line ? (double)line.Value : null), Number(pair.Row.PredictedPoints), Number(pair.Row.Edge), pair.Row.Recommendation,
            pair.Grade?.ActualPoints?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, GradeOf(pair.Row, pair.Grade), pair.Row.Reason,
        }));
        await context.Output.WriteLineAsync(Record(date, shown, lined.Select(pair => pair.Row.PlayerId).Distinct().Count()));
    }

    private static string Number(double? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Record(GameDate date, IReadOnlyList<(PlayerPropPredictionRow Row, PredictionAccuracyRow? Grade)> shown, int lines)
    {
        var records = shown.GroupBy(pair => pair.Row.SystemId, StringComparer.Ordinal).Select(system =>
        {
            int Count(Grade grade) => system.Count(pair => string.Equals(GradeOf(pair.Row, pair.Grade), grade.ToStorageName(), StringComparison.Ordinal));
            return string.Create(CultureInfo.InvariantCulture, $"{system.Key}: {Count(Grade.Correct)} correct, {Count(Grade.Wrong)} wrong, {Count(Grade.Push)} push, {Count(Grade.Void)} void, {Count(Grade.Pending)} pending");
        });
        return string.Create(CultureInfo.InvariantCulture, $"{date}: {lines} players with a line. {string.Join("; ", records)}. Players without a line: --json.");
    }
}
