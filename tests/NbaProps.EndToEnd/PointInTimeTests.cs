using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

public sealed class PointInTimeTests : IDisposable
{
    private const string Day = "2022-10-24";

    private readonly string _path = Path.Combine(Path.GetTempPath(), "nbaprops-pit-" + Environment.ProcessId);

    public void Dispose()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }

    [SkippableFact]
    [Trait("Incident", "I-10")]
    public void Results_of_the_day_and_later_change_nothing_that_was_served_and_those_of_the_day_before_do()
    {
        var archive = SharedData.Require("data");
        var clean = ServedOf(archive, "clean");
        clean.Length.ShouldBeGreaterThan(200);
        var future = GameLog.Copy(archive, Path.Combine(_path, "future-archive"), "2022-23", (_, row) => Corrupt(row, date => string.CompareOrdinal(date, Day) >= 0));
        ServedOf(future, "future").ShouldBe(clean);
        var past = GameLog.Copy(archive, Path.Combine(_path, "past-archive"), "2022-23", (_, row) => Corrupt(row, date => date == "2022-10-23"));
        ServedOf(past, "past").ShouldNotBe(clean);
    }

    private static bool Corrupt(Dictionary<string, string> row, Func<string, bool> when)
    {
        if (!when(row["GAME_DATE"]))
        {
            return false;
        }

        for (var times = 0; times < 7; times++)
        {
            GameLog.AddFreeThrow(row);
        }

        return true;
    }

    private string[] ServedOf(string archive, string name)
    {
        var folder = new Folder(Path.Combine(_path, name));
        CommandLine.RunHere("backfill", "--data", folder.Path, "--from", "2022-10-18", "--to", "2022-10-25", "--source", $"archive:{archive}").Errors.ShouldNotContain("Failed");

        // Of a run that failed nothing is served that could differ.
        folder.Number("SELECT COUNT(*) FROM nba_orchestration.phase_execution_log WHERE state = 'Failed'").ShouldBe(0);
        return folder.Content($"DATE = '{Day}'")
            .Where(table => table.Key is "nba_predictions.ml_feature_store_v2" or "nba_predictions.player_prop_predictions")
            .SelectMany(table => table.Value)
            .Where(row => row.Contains("| served |", StringComparison.Ordinal))
            .ToArray();
    }
}
