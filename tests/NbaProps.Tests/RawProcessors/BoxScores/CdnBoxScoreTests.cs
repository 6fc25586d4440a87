using System.Text.Json;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.Shared.Resilience;

namespace NbaProps.Tests.RawProcessors.BoxScores;

public sealed class CdnBoxScoreTests
{
    private const string Source = "nba_cdn_boxscore";
    private const string Real = "boxscore_0022500775.json.gz";

    [SkippableFact]
    public void Every_player_of_the_real_box_score_is_a_line_with_all_his_facts_or_left_out_by_name()
    {
        var reading = Reads.Real(Source, Real);
        var lines = reading.Rows.OfType<PlayerBoxScoreLine>().ToDictionary(line => line.PlayerId.Id);
        var game = Reads.RealJson(Source, Real).GetProperty("game");
        (lines.Count, reading.LeftOut.Count).ShouldBe((21, 15));
        foreach (var side in new[] { "homeTeam", "awayTeam" })
        {
            foreach (var player in game.GetProperty(side).GetProperty("players").EnumerateArray())
            {
                var name = player.GetProperty("name").GetString()!;
                if (player.GetProperty("played").GetString() == "0")
                {
                    reading.LeftOut.Single(reason => reason.Contains(name, StringComparison.Ordinal)).ShouldStartWith("did not play: ");
                    lines.ShouldNotContainKey(player.GetProperty("personId").GetInt64());
                    continue;
                }

                var line = lines[player.GetProperty("personId").GetInt64()];
                var statistics = player.GetProperty("statistics");
                Reads.Values(line).ShouldBe(Reads.Values(statistics.GetProperty, BoxCountNames.Cdn), name);
                (line.PlayerName, line.Team.Value, line.IsHome).ShouldBe((name, game.GetProperty(side).GetProperty("teamTricode").GetString()!, side == "homeTeam"));
                (line.Starter, line.SecondsPlayed).ShouldBe((player.GetProperty("starter").GetString() == "1", Reads.Seconds(statistics.GetProperty("minutes").GetString()!)));
                (line.GameId.ToString(), line.GameDate, line.Won).ShouldBe(("0022500775", new GameDate(2026, 2, 11), side == "homeTeam"));
            }
        }

        reading.LeftOut.ShouldContain("did not play: Miles Bridges (CHA): DND_LEAGUE_SUSPENSION");
        reading.LeftOut.ShouldContain("did not play: Coby White (CHA): INACTIVE_INJURY, Left Calf; Strain");
        reading.LeftOut.ShouldContain("did not play: Buddy Hield (ATL): no reason given");
    }

    [SkippableFact]
    public void The_lines_of_a_team_are_the_sums_of_its_players()
    {
        var rows = Reads.Real(Source, Real).Rows;
        foreach (var team in rows.OfType<TeamBoxScoreLine>())
        {
            var players = rows.OfType<PlayerBoxScoreLine>().Where(line => line.Team == team.Team).Select(Reads.Values).ToArray();
            var sums = Enumerable.Range(0, 15).Select(count => players.Sum(line => line[count])).ToArray();

            // Charlotte's heave is in neither: the team's statistics have it apart, as teamFieldGoalAttempts.
            sums.ShouldBe(Reads.Values(team)[..15], team.Team.Value);
            players.Length.ShouldBe(team.Team.Value == "CHA" ? 11 : 10);
            rows.OfType<PlayerBoxScoreLine>().Where(line => line.Team == team.Team).Sum(line => line.SecondsPlayed).ShouldBeInRange(team.SecondsPlayed - 10, team.SecondsPlayed + 10);
        }

        rows.OfType<TeamBoxScoreLine>().Select(team => (team.Team.Value, team.Opponent.Value, team.IsHome, team.Won, team.Points, team.PlusMinus)).ShouldBe(
            [("CHA", "ATL", true, true, 110, 3), ("ATL", "CHA", false, false, 107, -3)]);
    }

    [Fact]
    public void A_game_that_has_not_started_has_no_lines() =>
        Reads.Written(Source, BoxScorePayloads.Cdn(status: 1)).LeftOut.ShouldBe(["game 0022500775: has not started"]);

    [Fact]
    public void A_game_that_is_not_over_has_no_winner() =>
        Reads.Written(Source, BoxScorePayloads.Cdn(status: 2)).Rows.OfType<PlayerBoxScoreLine>().ShouldAllBe(line => line.Won == null);

    [Fact]
    public void A_game_of_other_teams_is_left_out() =>
        Reads.Written(Source, BoxScorePayloads.Cdn().Replace("\"ATL\"", "\"STP\"", StringComparison.Ordinal)).LeftOut.ShouldBe(["game 0022500775: STP is none of the thirty teams"]);

    [Fact]
    public void The_date_is_the_written_one_whatever_stands_behind_the_time()
    {
        var payload = BoxScorePayloads.Cdn().Replace("2026-02-11T19:00:00-05:00", "2026-02-11T00:00:00Z", StringComparison.Ordinal);
        Reads.Written(Source, payload).Rows.OfType<TeamBoxScoreLine>().ShouldAllBe(line => line.GameDate == new GameDate(2026, 2, 11));
        var without = BoxScorePayloads.Cdn().Replace("\"gameEt\"", "\"gameOther\"", StringComparison.Ordinal);
        Reads.Written(Source, without).Rows.OfType<PlayerBoxScoreLine>().ShouldAllBe(line => line.GameDate == null);
    }

    [Fact]
    public void Who_was_on_court_for_seconds_has_a_line()
    {
        var payload = BoxScorePayloads.Cdn().Replace("PT30M19.00S", "PT00M00.00S", StringComparison.Ordinal);
        Reads.Written(Source, payload).Rows.OfType<PlayerBoxScoreLine>().Select(line => (line.PlayerId, line.SecondsPlayed)).ShouldContain((new PlayerKey(11), 0));
    }

    [Theory]
    [InlineData("\"personId\":11", "\"personId\":0", "game.homeTeam.players[0].personId is 0; accepted is the league's person id")]
    [InlineData("\"personId\":21", "\"personId\":11", "game.awayTeam.players[0].personId is 11; accepted is one line of Ann Away in game 0022500775, not two")]
    [InlineData("\"teamId\":1610612737", "\"teamId\":1610612738", "game.awayTeam.teamId is 1610612738; accepted is 1610612737, the number of ATL")]
    [InlineData("\"gameId\":\"0022500775\"", "\"gameId\":\"22500775\"", "game.gameId is \"22500775\"; accepted is a game id of ten digits")]
    [InlineData("\"gameStatus\":3", "\"gameStatus\":4", "game.gameStatus is 4; accepted is 1, 2 or 3")]
    [InlineData("PT30M19.00S", "30 minutes", "statistics.minutes is \"30 minutes\"; accepted is a playing time")]
    [InlineData("PT30M19.00S", "PT101M00.00S", "statistics.minutes is \"PT101M00.00S\"; accepted is a playing time such as 30:19 or PT30M19.00S, up to 100 minutes")]
    [InlineData("\"points\":18", "\"points\":19", "the line of game.homeTeam.players[0].statistics.points contradicts itself: Points is 19, its shots add up to 18")]
    [InlineData("\"reboundsTotal\":6", "\"reboundsTotal\":7", "contradicts itself: Rebounds is 7, offensive and defensive add up to 6")]
    [InlineData("\"foulsPersonal\":4", "\"foulsPersonal\":11", "statistics.foulsPersonal is 11; accepted is a whole number from 0 to 10")]
    [InlineData("\"steals\":2,", "", "statistics has no steals; it has")]
    [InlineData("\"score\":18", "\"score\":20", "game.homeTeam.score is 20; accepted is the points of its statistics, 18")]
    [InlineData("\"played\":\"1\"", "\"played\":\"0\"", "game.homeTeam.players[0].played is \"0\"; accepted is \"1\" of Hal Home, who has PT30M19.00S of playing time")]
    [InlineData("\"starter\":\"1\"", "\"starter\":true", "starter is true; accepted is a text")]
    [InlineData("2026-02-11T19", "11.02.2026 19", "game.gameEt is \"11.02.2026 19:00:00-05:00\"; accepted is an Eastern time")]
    [InlineData("Hal Home", "…", "game.homeTeam.players[0].name is \"…\"; accepted is a name with a letter in it")]
    public void What_is_not_as_it_must_be_is_named_with_its_place(string what, string instead, string says)
    {
        var at = BoxScorePayloads.Cdn().IndexOf(what, StringComparison.Ordinal);
        var payload = BoxScorePayloads.Cdn().Remove(at, what.Length).Insert(at, instead);
        Should.Throw<PermanentException>(() => Reads.Written(Source, payload)).Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("", "raw/test: is no payload of nba_cdn_boxscore: it is empty")]
    [InlineData("<html><body>Access Denied</body></html>", "it is a page of HTML or XML")]
    [InlineData("{\"game\":{\"homeTeam\":{\"players\":[", "raw/test: is no JSON from byte")]
    [InlineData("{\"message\":\"not found\"}", "it is JSON with message at its root; accepted is box score of the CDN")]
    public void What_is_no_box_score_is_refused(string payload, string says) =>
        Should.Throw<PermanentException>(() => Reads.Written(Source, payload)).Message.ShouldContain(says);
}
