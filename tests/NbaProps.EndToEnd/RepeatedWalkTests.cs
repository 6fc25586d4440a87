using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

public sealed class RepeatedWalkTests : IDisposable
{
    private static readonly string[] Range = ["--from", "2022-10-18", "--to", "2022-10-26"];

    private readonly string _path = Path.Combine(Path.GetTempPath(), "nbaprops-repeat-" + Environment.ProcessId);

    public void Dispose()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }

    [SkippableFact]
    public void The_same_walk_writes_nothing_and_a_changed_payload_changes_only_what_follows_from_it()
    {
        var archive = SharedData.Require("data");
        var folder = new Folder(Path.Combine(_path, "folder"));
        Walk(folder, archive).Output.ShouldNotContain("nothing was written");
        var before = folder.Content();
        Walk(folder, archive).Output.ShouldContain("nothing was written");
        Support.Folder.Differences(before, folder.Content()).ShouldBeEmpty();

        // One free throw more for one player of the 22nd: his line, his team's line.
        var changed = GameLog.Copy(archive, Path.Combine(_path, "changed"), "2022-23", (kind, row) => OneFreeThrow(kind, row));
        Walk(folder, changed).ExitCode.ShouldBe(0);
        var after = folder.Content();
        Support.Folder.Differences(Until("2022-10-22", before), Until("2022-10-22", after)).ShouldBeEmpty();
        var removed = before.ToDictionary(table => table.Key, table => table.Value.Except(after[table.Key], StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        removed["nba_raw.nbac_player_boxscores"].ShouldHaveSingleItem().ShouldContain("Luka");

        // Both teams' rows: the margin of a game is one number seen from two sides.
        removed["nba_raw.nbac_team_boxscore"].Length.ShouldBe(2);
        removed["nba_raw.nbac_team_boxscore"].ShouldAllBe(row => row.Contains(ChangedGame, StringComparison.Ordinal));
        removed["nba_analytics.player_game_summary"].ShouldAllBe(row => row.Contains(ChangedGame, StringComparison.Ordinal));

        // What was served before tip-off stands; what it would have been stands beside it.
        removed["nba_predictions.player_prop_predictions"].ShouldBeEmpty();
        removed["nba_predictions.ml_feature_store_v2"].ShouldBeEmpty();
        folder.Number("SELECT COUNT(*) FROM nba_predictions.ml_feature_store_v2 WHERE serving = 'replay' AND game_date <= '2022-10-22'").ShouldBe(0);
        folder.Number("SELECT COUNT(*) FROM nba_predictions.ml_feature_store_v2 WHERE serving = 'replay' AND player_name LIKE 'Luka%'").ShouldBeGreaterThan(0);
    }

    private static bool OneFreeThrow(string kind, Dictionary<string, string> row)
    {
        var his = kind == "player_gamelogs" ? row["PLAYER_ID"] == "1629029" : row["TEAM_ABBREVIATION"] == "DAL";
        if (!his || row["GAME_ID"] != ChangedGame)
        {
            return false;
        }

        GameLog.AddFreeThrow(row);
        return true;
    }

    // Dallas against Memphis, 2022-10-22.
    private const string ChangedGame = "0022200034";

    private static SortedDictionary<string, string[]> Until(string date, SortedDictionary<string, string[]> content) => new(
        content.ToDictionary(
            table => table.Key,
            table => table.Value.Where(row => string.CompareOrdinal(row[..10], date) <= 0 && !row.Contains(ChangedGame, StringComparison.Ordinal)).ToArray(),
            StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static CommandResult Walk(Folder folder, string archive) =>
        CommandLine.RunHere(["backfill", "--data", folder.Path, .. Range, "--source", $"archive:{archive}"]);
}
