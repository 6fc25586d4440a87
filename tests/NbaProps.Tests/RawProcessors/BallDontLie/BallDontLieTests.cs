using System.Text.Json;

using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.BallDontLie;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.RawProcessors.BoxScores;

namespace NbaProps.Tests.RawProcessors.BallDontLie;

public sealed class BallDontLieTests
{
    private const string Source = "balldontlie";
    private static readonly string[] Sides = ["home_team", "visitor_team"];

    [SkippableFact]
    public void Every_player_of_the_reference_is_a_line_with_all_his_facts_or_left_out_by_name()
    {
        // The reference lists 139 players with "00" minutes and nothing else: they are not known to have played.
        var reading = Reads.Real(Source, "box_scores.json");
        var lines = reading.Rows.OfType<BallDontLiePlayerLine>().ToDictionary(line => (line.GameNumber, line.PlayerNumber));
        var games = reading.Rows.OfType<BallDontLieGame>().ToDictionary(game => game.Number);
        (games.Count, lines.Count, reading.LeftOut.Count).ShouldBe((10, 208, 139));
        var entries = 0;
        foreach (var game in Reads.RealJson(Source, "reference_parse_box_scores.json.gz").GetProperty("data").EnumerateArray())
        {
            SameGame(games[game.GetProperty("id").GetInt64()], game);
            foreach (var (side, entry) in Sides.SelectMany(side => game.GetProperty(side).GetProperty("players").EnumerateArray().Select(entry => (side, entry))))
            {
                entries++;
                var player = entry.GetProperty("player");
                var name = $"{player.GetProperty("first_name").GetString()} {player.GetProperty("last_name").GetString()}";
                var team = game.GetProperty(side).GetProperty("abbreviation").GetString()!;
                if (entry.GetProperty("min").GetString() == "00")
                {
                    reading.LeftOut.ShouldContain($"did not play: {name} ({team}): no reason given");
                    continue;
                }

                var line = lines[(game.GetProperty("id").GetInt64(), player.GetProperty("id").GetInt64())];
                Reads.Values(line).ShouldBe(Reads.Values(entry.GetProperty, BoxCountNames.BallDontLie), name);
                (line.PlayerName, line.NameKey, line.Team.Value, line.IsHome).ShouldBe((name, NameKey.From(name), team, side == "home_team"));
                line.Minutes.ToString("00", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(entry.GetProperty("min").GetString()!.PadLeft(2, '0'));
                line.GameDate.ToString().ShouldBe(game.GetProperty("date").GetString());
            }
        }

        entries.ShouldBe(lines.Count + reading.LeftOut.Count);
    }

    [SkippableFact]
    public void The_points_of_a_teams_players_are_its_score_and_one_team_of_two_won()
    {
        var rows = Reads.Real(Source, "box_scores.json").Rows;
        foreach (var game in rows.OfType<BallDontLieGame>())
        {
            var lines = rows.OfType<BallDontLiePlayerLine>().Where(line => line.GameNumber == game.Number).ToArray();
            (lines.Where(line => line.IsHome).Sum(line => line.Points), lines.Where(line => !line.IsHome).Sum(line => line.Points)).ShouldBe((game.HomeScore!.Value, game.AwayScore!.Value));
            lines.ShouldAllBe(line => line.Won == ((game.HomeScore > game.AwayScore) == line.IsHome) && line.Opponent == (line.IsHome ? game.Away : game.Home));
        }
    }

    [SkippableFact]
    public void Every_real_game_has_all_its_facts()
    {
        var reading = Reads.Real(Source, "games.json");
        var games = reading.Rows.Cast<BallDontLieGame>().ToDictionary(game => game.Number);
        (games.Count, reading.LeftOut.Count).ShouldBe((9, 0));
        foreach (var game in Reads.RealJson(Source, "games.json").GetProperty("data").EnumerateArray())
        {
            SameGame(games[game.GetProperty("id").GetInt64()], game);
        }
    }

    [SkippableFact]
    public void Every_absence_of_the_reference_is_a_line_with_all_its_facts()
    {
        var reading = Reads.Real(Source, "injuries.json");
        var expected = Reads.RealJson(Source, "reference_parse_injuries.json").GetProperty("data").EnumerateArray().ToArray();
        (reading.Rows.Count, reading.LeftOut.Count, expected.Length).ShouldBe((100, 0, 100));
        foreach (var (row, node) in reading.Rows.Cast<BallDontLieInjury>().Zip(expected))
        {
            var player = node.GetProperty("player");
            row.PlayerNumber.ShouldBe(player.GetProperty("id").GetInt64());
            row.PlayerName.ShouldBe($"{player.GetProperty("first_name").GetString()!.Trim()} {player.GetProperty("last_name").GetString()!.Trim()}");
            row.NameKey.ShouldBe(NameKey.From(row.PlayerName));
            (row.Status, row.ReturnDate, row.Description).ShouldBe(
                (node.GetProperty("status").GetString()!, node.GetProperty("return_date").GetString(), node.GetProperty("description").GetString()!.Trim()));
            TeamNumber(row.Team!.Value).ShouldBe(player.GetProperty("team_id").GetInt32());
        }
    }

    [Fact]
    public void The_numbers_of_the_teams_follow_their_full_names()
    {
        Enumerable.Range(1, 30).Select(number => BallDontLieTeams.Of(number)!.Value.Value).ShouldBe(
        [
            "ATL", "BOS", "BKN", "CHA", "CHI", "CLE", "DAL", "DEN", "DET", "GSW", "HOU", "IND", "LAC", "LAL", "MEM", "MIA", "MIL", "MIN", "NOP", "NYK", "OKC",
            "ORL", "PHI", "PHX", "POR", "SAC", "SAS", "TOR", "UTA", "WAS",
        ]);
        (BallDontLieTeams.Of(0), BallDontLieTeams.Of(31)).ShouldBe((null, null));
    }

    [Fact]
    public void A_game_that_is_not_over_has_no_score_and_no_winner()
    {
        var rows = Reads.Written(Source, BoxScores.Replace("\"Final\"", "\"3rd Qtr\"", StringComparison.Ordinal)).Rows;
        (rows.OfType<BallDontLieGame>().Single().HomeScore, rows.OfType<BallDontLiePlayerLine>().Single().Won).ShouldBe((null, null));
    }

    [Fact]
    public void Who_has_no_minutes_and_something_to_his_name_was_on_court()
    {
        var payload = BoxScores.Replace("\"min\":\"37\"", "\"min\":\"00\"", StringComparison.Ordinal);
        Reads.Written(Source, payload).Rows.OfType<BallDontLiePlayerLine>().Single().Minutes.ShouldBe(0);
    }

    [Fact]
    public void Other_teams_are_left_out()
    {
        Reads.Written(Source, BoxScores.Replace("\"BOS\"", "\"CHS\"", StringComparison.Ordinal)).LeftOut.ShouldBe(["game 18447346: CHS is none of the thirty teams"]);
        Reads.Written(Source, Injuries.Replace("\"team_id\":1", "\"team_id\":37", StringComparison.Ordinal)).LeftOut.ShouldBe(["Jacob Toppin: team 37 is none of the thirty teams"]);
    }

    [Fact]
    public void An_absence_without_a_team_or_a_return_is_a_line_and_one_said_twice_is_one()
    {
        var one = Injuries.Replace("\"team_id\":1", "\"team_id\":null", StringComparison.Ordinal).Replace("\"Jul 17\"", "null", StringComparison.Ordinal);
        var row = (BallDontLieInjury)Reads.Written(Source, one).Rows.Single();
        (row.Team, row.ReturnDate, row.Status).ShouldBe((null, null, "Out"));

        var entry = Injuries[Injuries.IndexOf('[', StringComparison.Ordinal)..^1].Trim('[', ']');
        var twice = Reads.Written(Source, $"{{\"data\":[{entry},{entry}]}}");
        (twice.Rows.Count, twice.LeftOut.Single()).ShouldBe((1, "Jacob Toppin: is listed twice with the same words"));
    }

    [Fact]
    public void A_list_without_anything_has_no_rows() => Reads.Written(Source, "{\"data\":[]}").Rows.ShouldBeEmpty();

    [Theory]
    [InlineData("\"id\":2,\"abb", "\"id\":3,\"abb", "data[0].home_team.id is 3; accepted is 2, the number of BOS")]
    [InlineData("\"min\":\"37\"", "\"min\":\"37:10\"", "data[0].home_team.players[0].min is \"37:10\"; accepted is whole minutes such as \"37\", up to 100")]
    [InlineData("\"pts\":25", "\"pts\":26", "contradicts itself: Points is 26, its shots add up to 25")]
    [InlineData("\"date\":\"2026-01-09\"", "\"date\":\"01/09/2026\"", "data[0].date is \"01/09/2026\"; accepted is a date yyyy-MM-dd")]
    [InlineData("2026-01-10T00:00:00.000Z", "2026-01-10T12:00:00.000Z", "data[0].datetime is \"2026-01-10T12:00:00.000Z\"; accepted is an instant of 2026-01-09 in Eastern time")]
    [InlineData("\"home_team_score\":125", "\"home_team_score\":301", "data[0].home_team_score is 301; accepted is a whole number from 0 to 300")]
    [InlineData("\"last_name\":\"Brown\"", "\"name\":\"Brown\"", "data[0].home_team.players[0].player has no last_name")]
    public void What_is_not_as_it_must_be_is_named_with_its_place(string what, string instead, string says) =>
        Should.Throw<PermanentException>(() => Reads.Written(Source, BoxScores.Replace(what, instead, StringComparison.Ordinal))).Message.ShouldContain(says);

    [Fact]
    public void What_stands_there_twice_is_refused()
    {
        var game = BoxScores["{\"data\":[".Length..^2];
        Should.Throw<PermanentException>(() => Reads.Written(Source, $"{{\"data\":[{game},{game}]}}")).Message.ShouldContain("data[1].id is 18447346; accepted is a number that no game before it has");
        var player = Player();
        var twice = BoxScores.Replace(player, $"{player},{player}", StringComparison.Ordinal);
        Should.Throw<PermanentException>(() => Reads.Written(Source, twice)).Message.ShouldContain("accepted is one line of Jaylen Brown in a game, not two");
    }

    [Theory]
    [InlineData("<html></html>", "it is a page of HTML or XML")]
    [InlineData("{\"data\":[{\"id\":1", "raw/test: is no JSON from byte")]
    [InlineData("{\"error\":\"Unauthorized\"}", "it is JSON with error at its root; accepted are box_scores, injuries, games")]
    [InlineData("{\"data\":{\"id\":1}}", "it is JSON with data at its root")]
    public void What_is_none_of_its_payloads_is_refused(string payload, string says) =>
        Should.Throw<PermanentException>(() => Reads.Written(Source, payload)).Message.ShouldContain(says);

    private const string Injuries = """{"data":[{"player":{"id":56677795,"first_name":"Jacob","last_name":"Toppin","team_id":1},"return_date":"Jul 17","description":"Jul 14: hip.","status":"Out"}]}""";

    private static string BoxScores => string.Concat(
        """{"data":[{"id":18447346,"date":"2026-01-09","datetime":"2026-01-10T00:00:00.000Z","status":"Final","postseason":false,"home_team_score":125,"visitor_team_score":117,""",
        """ "home_team":{"id":2,"abbreviation":"BOS","players":[""",
        Player(),
        """]},"visitor_team":{"id":28,"abbreviation":"TOR","players":[]}}]}""");

    private static string Player() => """
        {"min":"37","fgm":6,"fga":15,"fg3m":1,"fg3a":3,"ftm":12,"fta":13,"oreb":1,"dreb":7,"reb":8,"ast":7,"stl":0,"blk":0,"turnover":4,"pf":0,"pts":25,"plus_minus":17,"player":{"id":70,"first_name":"Jaylen","last_name":"Brown"}}
        """;

    private static int TeamNumber(TeamTricode team) => Enumerable.Range(1, 30).Single(number => BallDontLieTeams.Of(number) == team);

    private static void SameGame(BallDontLieGame row, JsonElement game)
    {
        (row.GameDate.ToString(), row.Home.Value, row.Away.Value).ShouldBe(
            (game.GetProperty("date").GetString(), game.GetProperty("home_team").GetProperty("abbreviation").GetString(), game.GetProperty("visitor_team").GetProperty("abbreviation").GetString()));
        (row.HomeScore, row.AwayScore, row.Status, row.IsFinal, row.Postseason).ShouldBe(
            (game.GetProperty("home_team_score").GetInt32(), game.GetProperty("visitor_team_score").GetInt32(), "Final", true, game.GetProperty("postseason").GetBoolean()));
        row.TipOff.ShouldBe(game.GetProperty("datetime").GetDateTimeOffset());
        (TeamNumber(row.Home), TeamNumber(row.Away)).ShouldBe((game.GetProperty("home_team").GetProperty("id").GetInt32(), game.GetProperty("visitor_team").GetProperty("id").GetInt32()));
    }
}
