using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Formats;

namespace NbaProps.Tests.RawProcessors.Espn;

public sealed class EspnScoreboardPayloadTests
{
    private static readonly GameDate Date = new(2024, 1, 15);

    [SkippableFact]
    public void Every_fact_of_the_reference_parse_is_reproduced()
    {
        var lines = Parsing.Read<EspnScoreboardLine>("espn", "scoreboard", Parsing.Bytes("payloads/espn/scoreboard_2024-01-15.json.gz")).Rows;
        var games = Parsing.Shared("payloads/espn/reference_parse_scoreboard_2024-01-15.json").GetProperty("games").EnumerateArray().ToArray();
        var expected = games.Select(game =>
        {
            var teams = game.GetProperty("teams").EnumerateArray().ToDictionary(team => team.GetProperty("homeAway").GetString()!);
            return (
                game.GetProperty("gameId").GetString()!, game.GetProperty("startTime").GetDateTimeOffset(), game.GetProperty("state").GetString()!,
                Team("home", "displayName"), Team("home", "score"), Team("home", "winner") == "True",
                Team("away", "displayName"), Team("away", "score"), Team("away", "winner") == "True");

            string Team(string side, string fact) => teams[side].GetProperty(fact).ToString();
        });

        // The reference's status is "Final" throughout; the payload's detail, which is kept, says Final/OT of one. ESPN's team and status ids are not kept.
        games.Length.ShouldBe(11);
        lines.Select(line => (
            line.EspnGameId, line.TipOff, line.State,
            TeamSpellings.FullName(line.HomeTeam), $"{line.HomeScore}", line.Winner == line.HomeTeam,
            TeamSpellings.FullName(line.AwayTeam), $"{line.AwayScore}", line.Winner == line.AwayTeam)).ShouldBe(expected);
        lines.ShouldAllBe(line => line.GameDate == Date && line.Completed && line.Status == "STATUS_FINAL" && !line.TipOffAssumed);
        lines.Count(line => line.StatusText == "Final/OT").ShouldBe(1);
    }

    [Theory]
    [InlineData("pre", false, "STATUS_SCHEDULED", null, null)]
    [InlineData("in", false, "STATUS_IN_PROGRESS", 77, null)]
    [InlineData("post", true, "STATUS_FINAL", 77, "NYK")]
    [InlineData("post", false, "STATUS_POSTPONED", null, null)]
    public void There_are_scores_once_a_game_has_begun_and_a_winner_once_it_is_completed(string state, bool completed, string status, int? score, string? winner)
    {
        var line = Read(Board(Game(state, completed, status))).Rows.Single();
        (line.State, line.Completed, line.Status, line.HomeScore, line.Winner?.Value).ShouldBe((state, completed, status, score, winner));
    }

    [Fact]
    public void A_time_that_ESPN_calls_invalid_is_an_unknown_start()
    {
        var line = Read(Board(Game("pre", false, "STATUS_SCHEDULED").Replace("2024-01-16T00:30Z\",\"timeValid\":true", "2024-01-15T05:00Z\",\"timeValid\":false", StringComparison.Ordinal))).Rows.Single();
        (line.GameDate, line.TipOff, line.TipOffAssumed).ShouldBe((Date, Date.At(12), true));
    }

    [Fact]
    public void A_game_against_others_than_the_thirty_is_left_out_with_the_reason() =>
        Read(Board(Game().Replace("\"GS\"", "\"EAST\"", StringComparison.Ordinal))).LeftOut.ShouldBe(["401585185: not between two of the thirty teams"]);

    [Theory]
    [InlineData("\"id\":\"401585185\"", "\"id\":401585185", "events[0].id is 401585185; accepted is a text")]
    [InlineData("\"id\":\"401585185\"", "\"id\":\"e1\"", "events[0].id is \"e1\"; accepted is an id of digits in a text")]
    [InlineData("\"state\":\"post\"", "\"state\":\"over\"", "competitions[0].status.type.state is \"over\"; accepted is pre, in or post")]
    [InlineData("\"score\":\"77\"", "\"score\":77", "competitors[0].score is 77; accepted is digits in a text from 0 to 300")]
    [InlineData("\"score\":\"77\"", "\"score\":\"301\"", "competitors[0].score is \"301\"; accepted is digits in a text from 0 to 300")]
    [InlineData("\"score\":\"77\"", "\"score\":\"60\"", "competitors[0].winner is true; accepted is what the scores say, 60 to 70, with one winner")]
    [InlineData("\"score\":\"77\"", "\"score\":\"70\"", "competitors[0].winner is true; accepted is what the scores say, 70 to 70, with one winner")]
    [InlineData("\"homeAway\":\"away\"", "\"homeAway\":\"home\"", "competitors is [")]
    [InlineData("2024-01-16T00:30Z", "1999-01-16T00:30Z", "competitions[0].date is \"1999-01-16T00:30Z\"; accepted is an instant from 2007 on")]
    [InlineData("\"timeValid\"", "\"valid\"", "events[0].competitions[0] has no timeValid")]
    [InlineData("\"competitions\":[", "\"competitions\":[{},", "events[0].competitions is [")]
    public void What_is_not_as_it_must_be_is_named_with_its_place(string what, string instead, string says)
    {
        var payload = Board(Game());
        payload.ShouldContain(what);
        Parsing.Refusal("espn", payload.Replace(what, instead, StringComparison.Ordinal)).ShouldContain(says);
    }

    [Fact]
    public void A_game_that_is_listed_twice_is_refused() => Parsing.Refusal("espn", Board(Game(), Game())).ShouldContain("game 401585185 is listed twice");

    [Theory]
    [InlineData("<html>blocked</html>", "it is a page of HTML or XML; accepted are scoreboard, roster, box score, page of a box score")]
    [InlineData("{\"code\":404}", "it is JSON with code at its root")]
    [InlineData("[]", "it is JSON with an array at its root")]
    [InlineData("{\"events\":[", "is no JSON from byte")]
    public void What_is_nothing_of_ESPN_is_refused(string payload, string says) => Parsing.Refusal("espn", payload).ShouldContain(says);

    [Fact]
    public void Whatever_is_damaged_is_read_by_the_rules_or_refused() => Damage.ShouldBeReadOrRefused("espn", Board(Game())).ShouldBeGreaterThan(200);

    private static Reading<EspnScoreboardLine> Read(string payload) => Parsing.Read<EspnScoreboardLine>("espn", "scoreboard", payload);

    private static string Board(params string[] games) => "{\"events\":[" + string.Join(',', games) + "]}";

    private static string Game(string state = "post", bool completed = true, string status = "STATUS_FINAL") => $$"""
        {"id":"401585185","competitions":[{"date":"2024-01-16T00:30Z","timeValid":true,
         "status":{"type":{"name":"{{status}}","state":"{{state}}","completed":{{(completed ? "true" : "false")}},"detail":"Final"} },
         "competitors":[{"homeAway":"home","winner":true,"team":{"abbreviation":"NY"},"score":"77"},{"homeAway":"away","winner":false,"team":{"abbreviation":"GS"},"score":"70"}]}]}
        """;
}
