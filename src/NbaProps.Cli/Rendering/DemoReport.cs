using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Predictions;
using NbaProps.Domain.Statistics;

namespace NbaProps.Cli.Rendering;

/// <summary>What the demonstration shows: tonight's slate, how yesterday's ended, where it all is, and what to type next.</summary>
/// <param name="seed">The league.</param>
/// <param name="evening">The date of the slate.</param>
/// <param name="shown">All predictions from the season's first day on.</param>
/// <param name="summary">What came of the walk.</param>
/// <param name="folder">Where the data is.</param>
internal sealed partial class DemoReport(long seed, GameDate evening, IReadOnlyList<ShownPrediction> shown, WalkSummary summary, string folder)
{
    // As many of those without a pick as fit beside the picks on a screen; why the others have none is told in much the same words.
    private const int MostPassed = 15;

    private static readonly string[] Columns = ["player", "team", "opp", "line", "predicted", "edge", "pick", "system", "why"];

    private readonly GameDate _yesterday = evening.AddDays(-1);

    // Of each player the system that says most: a pick before a number, a number before none; the picks with the largest edge first.
    private readonly ShownPrediction[] _slate =
    [
        .. shown.Where(one => one.Row.GameDate == evening && one.Row.Line is not null)
            .GroupBy(one => (one.Row.GameId, one.Row.PlayerId))
            .Select(player => player.OrderByDescending(IsPick).ThenByDescending(one => Math.Abs(one.Row.Edge ?? -1)).ThenBy(one => one.Row.SystemId, StringComparer.Ordinal).First())
            .OrderByDescending(IsPick).ThenByDescending(one => Math.Abs(one.Row.Edge ?? -1)).ThenBy(one => one.Row.PlayerName, StringComparer.Ordinal),
    ];

    /// <summary>For people.</summary>
    public async Task WriteAsync(TextWriter output)
    {
        var picks = _slate.Count(IsPick);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The slate of {evening}: {_slate.Length} players with a line in {_slate.Select(one => one.Row.GameId).Distinct().Count()} games, {picks} picks."));
        TextTable.Write(output, Columns, _slate.Take(picks + MostPassed).Select(Cells));
        if (_slate.Length > picks + MostPassed)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"And {_slate.Length - picks - MostPassed} more without a pick: ./nbaprops predictions --date {evening} --data {folder}"));
            await output.WriteLineAsync();
        }

        await output.WriteLineAsync("Yesterday and so far, of the picks that could be graded:");
        foreach (var record in Records())
        {
            await output.WriteLineAsync($"  {record}");
        }

        await output.WriteLineAsync("What is right in a league that was invented says nothing of a real one; 52.4 % is what odds of -110 ask for.");
        await output.WriteLineAsync();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{summary.Dates} days went through five services; {summary.Outputs - summary.Incomplete.Count} of {summary.Outputs} outputs are complete. The data is in {folder}. Next:"));
        foreach (var command in Next())
        {
            await output.WriteLineAsync($"  ./nbaprops {command} --data {folder}");
        }
    }

    /// <summary>For scripts.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("seed", seed);
        json.WriteString("date", evening.ToString());
        json.WritePropertyName("slate");
        PredictionsJson.Write(json, [.. shown.Where(one => one.Row.GameDate == evening && one.Row.Line is not null)]);
        json.WriteStartArray("records");
        foreach (var record in Records())
        {
            json.WriteStartObject();
            json.WriteString("system_id", record.System);
            json.WriteString("from", record.Range.From.ToString());
            json.WriteString("to", record.Range.To.ToString());
            json.WriteNumber("correct", record.Correct);
            json.WriteNumber("graded", record.Graded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("outputs", summary.Outputs);
        json.WriteNumber("outputs_complete", summary.Outputs - summary.Incomplete.Count);
        json.WriteString("data", folder);
        json.WriteEndObject();
    }

    private static bool IsPick(ShownPrediction one) => Recommendations.Parse(one.Row.Recommendation) is Recommendation.Over or Recommendation.Under;

    private static string[] Cells(ShownPrediction one) =>
    [
        one.Row.PlayerName, one.Row.Team.ToString(), one.Row.Opponent.ToString(), Number((double?)one.Row.Line?.Value), Number(one.Row.PredictedPoints), Number(one.Row.Edge),
        one.Row.Recommendation, one.Row.SystemId, Why(one.Row.Reason),
    ];

    // What was left out stands in the row; a slate has room for what decided, and columns of their own for the edge and the line.
    private static string Why(string reason)
    {
        var why = EdgeAndLine().Replace(reason.Split(';')[0], string.Empty);
        return why.StartsWith("is ", StringComparison.Ordinal) ? $"edge {why}" : why;
    }

    [GeneratedRegex(@"^edge [+-][0-9.]+ on [0-9.]+,? ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EdgeAndLine();

    private static string Number(double? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? string.Empty;

    private IEnumerable<SystemRecord> Records() =>
        from system in shown.Select(one => one.Row.SystemId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        from range in new[] { new GameDateRange(_yesterday, _yesterday), new GameDateRange(shown.Min(one => one.Row.GameDate), _yesterday) }.Distinct()
        let graded = shown.Where(one => string.Equals(one.Row.SystemId, system, StringComparison.Ordinal) && range.Contains(one.Row.GameDate)).ToArray()
        select new SystemRecord(system, range, Count(graded, Grade.Correct), Count(graded, Grade.Correct) + Count(graded, Grade.Wrong));

    private static int Count(IEnumerable<ShownPrediction> predictions, Grade grade) => predictions.Count(one => string.Equals(one.Grade, grade.ToStorageName(), StringComparison.Ordinal));

    private IEnumerable<string> Next() =>
    [
        $"predictions --date {_yesterday}",
        $"status --date {evening}",
        "up --factor 600",
        $"run-day --date {evening} --source sim:{seed.ToString(CultureInfo.InvariantCulture)}",
        "sql \"SELECT player_name, points FROM nba_analytics.player_game_summary ORDER BY points DESC LIMIT 10\"",
    ];

    /// <summary>How often a system was right.</summary>
    private sealed record SystemRecord(string System, GameDateRange Range, int Correct, int Graded)
    {
        public override string ToString()
        {
            var when = Range.From == Range.To ? Range.From.ToString() : $"since {Range.From}";
            return SampleStatistics.WilsonInterval(Correct, Graded) is not { } interval
                ? $"{System}, {when}: no pick to grade"
                : string.Create(CultureInfo.InvariantCulture, $"{System}, {when}: {Correct} of {Graded} right, {100.0 * Correct / Graded:0.0} % (95 % between {100 * interval.Low:0.0} and {100 * interval.High:0.0})");
        }
    }
}
