using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.BoxScores;

public sealed class BoxScoreRowsTests
{
    [SkippableTheory]
    [InlineData("nba_cdn_boxscore", "boxscore_0022500775.json.gz", "0022500775", "2026-02-11", "CHA", "ATL", 110, 107)]
    [InlineData("nba_team_boxscore", "boxscoretraditional_0022400561.json", "0022400561", "2025-01-15", "PHI", "NYK", 119, 125)]
    public void Every_line_becomes_a_row_that_its_table_takes(string source, string file, string id, string date, string home, string away, int homeScore, int awayScore)
    {
        var game = Scheduled(id, date, home, away) with { HomeScore = homeScore, AwayScore = awayScore };
        var lines = Reads.Real(source, file).Rows;
        var players = lines.OfType<PlayerBoxScoreLine>().Select(line => (Line: line, Row: BoxScoreRows.Row(line, game, source, Reads.AsOf))).ToArray();
        var teams = lines.OfType<TeamBoxScoreLine>().Select(line => BoxScoreRows.Row(line, game, source, Reads.AsOf)).ToArray();

        players.ShouldAllBe(player => Reads.BrokenRule(player.Row) == null && player.Row.GameDate == game.GameDate && player.Row.Source == source);
        players.ShouldAllBe(player => player.Row.Won == ((homeScore > awayScore) == player.Row.IsHome) && player.Row.IsHome == (player.Row.Team.Value == home));
        players.ShouldAllBe(player => Math.Abs((player.Row.Minutes * 60) - player.Line.SecondsPlayed) <= 30 && player.Row.Points == player.Line.Points);
        teams.ShouldAllBe(row => Reads.BrokenRule(row) == null);
        teams.Single(row => row.IsHome).Points.ShouldBe(homeScore);
        teams.Single(row => !row.IsHome).Points.ShouldBe(awayScore);
        teams.ShouldAllBe(row => row.Minutes == (id == "0022400561" ? 265 : 240) && row.PlusMinus == (row.IsHome ? homeScore - awayScore : awayScore - homeScore));
    }

    [Fact]
    public void A_line_of_another_game_date_or_home_team_is_refused()
    {
        var line = Reads.Written("nba_cdn_boxscore", BoxScorePayloads.Cdn()).Rows.OfType<TeamBoxScoreLine>().First();
        BoxScoreRows.Row(line, Scheduled("0022500775", "2026-02-11", "CHA", "ATL"), "test", Reads.AsOf).Team.Value.ShouldBe("CHA");
        foreach (var game in new[]
        {
            Scheduled("0022500776", "2026-02-11", "CHA", "ATL"), Scheduled("0022500775", "2026-02-12", "CHA", "ATL"), Scheduled("0022500775", "2026-02-11", "ATL", "CHA"),
            Scheduled("0022500775", "2026-02-11", "CHA", "BOS"),
        })
        {
            Should.Throw<PermanentException>(() => BoxScoreRows.Row(line, game, "test", Reads.AsOf)).Message
                .ShouldStartWith("a box score of game 0022500775 between CHA and ATL on 2026-02-11 is none of");
        }
    }

    private static NbacScheduleRow Scheduled(string id, string date, string home, string away) => GameRows.Scheduled() with
    {
        GameId = GameId.Parse(id), GameDate = GameDate.Parse(date), HomeTeam = TeamTricode.Parse(home), AwayTeam = TeamTricode.Parse(away),
    };
}
