using NbaProps.Archive;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Archive;

public sealed class ArchiveFolderTests : IDisposable
{
    private readonly TemporaryArchive _folder = new();

    public ArchiveFolderTests() => _folder.Season("2022-23", ("0022200001", "2022-10-18", "BOS", "PHI", 126, 117));

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void The_real_folder_has_eight_seasons_and_no_problem()
    {
        var path = SharedData.Require("data");
        ArchiveFolder.Problems(path).ShouldBeEmpty();
        ArchiveFolder.Open(path).Seasons.ShouldBe(Enumerable.Range(2015, 8).Select(year => new Season(year)));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_to_be_missing() =>
        ArchiveFolder.Problems("no/such/folder").ShouldBe(["no/such/folder: there is no such folder"]);

    [Fact]
    public void An_empty_folder_is_told_what_it_should_hold()
    {
        var empty = Directory.CreateTempSubdirectory("nbaprops-empty-");
        ArchiveFolder.Problems(empty.FullName).Single().ShouldContain("no game logs in it; accepted is any of nba-gamelogs/");
        empty.Delete();
    }

    [Fact]
    public void A_missing_column_is_named_with_its_file_and_what_is_accepted()
    {
        _folder.Gzip("nba-gamelogs/games_2022-23.csv.gz", "SEASON_ID,TEAM_ABBREVIATION,GAME_ID\n22022,BOS,0022200001\n");
        var problem = ArchiveFolder.Problems(_folder.Path).Single();
        problem.ShouldContain("games_2022-23.csv.gz: column TEAM_ID, TEAM_NAME, GAME_DATE");
        problem.ShouldContain("accepted is a CSV with the columns SEASON_ID, TEAM_ID,");
    }

    [Fact]
    public void Every_problem_is_one_line_of_the_refusal()
    {
        _folder.Truncate("nba-gamelogs/player_gamelogs_2022-23.csv.gz");
        _folder.Lines("2022-23", ("2022-10-18.json", "{}"));
        _folder.Truncate("points-lines/draftkings_2022-23.zip");
        _folder.Gzip("playoffs/finals.csv.gz", "A\n");
        var lines = Should.Throw<PermanentException>(() => ArchiveFolder.Open(_folder.Path)).Message.Split('\n');
        lines.Length.ShouldBe(3);
        lines[0].ShouldContain("player_gamelogs_2022-23.csv.gz: cannot be read to its end");
        lines[1].ShouldContain("finals.csv.gz: the name says no season");
        lines[2].ShouldContain("draftkings_2022-23.zip: cannot be read as a zip");
    }

    [Fact]
    public void Player_lines_without_team_lines_are_half_a_season()
    {
        File.Delete(_folder.Place("nba-gamelogs/games_2022-23.csv.gz"));
        ArchiveFolder.Problems(_folder.Path).Single().ShouldContain("games_2022-23.csv.gz is missing beside it");
    }

    [Fact]
    public void A_cell_that_is_no_number_is_named_by_file_line_and_column()
    {
        var path = _folder.Place("nba-gamelogs/games_2022-23.csv.gz");
        _folder.Season("2022-23", ("0022200001", "2022-10-18", "BOS", "PHI", 126, 117));
        using (var reader = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress)))
        {
            var text = reader.ReadToEnd().Replace(",117,", ",many,", StringComparison.Ordinal);
            reader.Dispose();
            _folder.Gzip("nba-gamelogs/games_2022-23.csv.gz", text);
        }

        var folder = ArchiveFolder.Open(_folder.Path);
        Should.Throw<PermanentException>(() => folder.Find(new Season(2022))).Message.ShouldContain("games_2022-23.csv.gz: line 3, ");
    }

    [Fact]
    public void A_line_that_is_no_points_line_is_named_by_file_game_and_player()
    {
        _folder.Lines("2022-23", ("2022-10-18.json", """{"phi @ bos": {"joel embiid": {"pts": {"line": 31.3, "over": "-105", "under": "-125"}}}}"""));
        var folder = ArchiveFolder.Open(_folder.Path);
        Should.Throw<PermanentException>(() => folder.Find(new Season(2022))).Message.ShouldContain("2022-10-18.json: phi @ bos: joel embiid: {");
    }
}
