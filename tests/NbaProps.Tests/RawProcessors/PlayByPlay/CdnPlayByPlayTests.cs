using System.Globalization;
using System.Text.Json;

using NbaProps.RawProcessors.PlayByPlay;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.RawProcessors.BoxScores;

namespace NbaProps.Tests.RawProcessors.PlayByPlay;

public sealed class CdnPlayByPlayTests
{
    private const string Source = "nba_playbyplay";

    [SkippableTheory]
    [InlineData("playbyplay_0022400500.json.gz", "reference_parse_0022400500.json.gz", 540, 31)]
    [InlineData("playbyplay_0022500775.json.gz", null, 572, 31)]
    public void Every_action_of_the_real_game_is_a_line_with_all_its_facts_or_told_by_another(string file, string? reference, int lines, int leftOut)
    {
        // The reference has the same actions one level deeper. Of them 15 blocks, 15 steals and the end of the game are no events of their own.
        var reading = Reads.Real(Source, file);
        var byNumber = reading.Rows.Cast<PlayLine>().ToDictionary(line => line.EventId);
        (reading.Rows.Count, reading.LeftOut.Count).ShouldBe((lines, leftOut));
        var root = Reads.RealJson(Source, reference ?? file);
        var actions = (reference is null ? root : root.GetProperty("playByPlay")).GetProperty("game").GetProperty("actions").EnumerateArray().ToArray();
        actions.Length.ShouldBe(lines + leftOut);
        foreach (var action in actions)
        {
            var number = action.GetProperty("actionNumber").GetInt32().ToString(CultureInfo.InvariantCulture);
            if (action.GetProperty("actionType").GetString() is "block" or "steal" or "game")
            {
                reading.LeftOut.ShouldContain(reason => reason.StartsWith($"action {number}: ", StringComparison.Ordinal));
                TellsIt(action, reading.Rows.Cast<PlayLine>()).ShouldBeTrue(number);
                continue;
            }

            SameFacts(byNumber[number], action);
        }

        reading.Rows.Cast<PlayLine>().Select(line => line.Sequence).ShouldBeInOrder(SortDirection.Ascending);
        reading.Rows.Cast<PlayLine>().ShouldAllBe(line => line.AwayOnCourt.Count == 0 && line.HomeOnCourt.Count == 0 && line.GameDate == null);
    }

    [SkippableTheory]
    [InlineData("playbyplay_0022400500.json.gz", "MIN", 108, "LAC", 106)]
    [InlineData("playbyplay_0022500775.json.gz", "CHA", 110, "ATL", 107)]
    public void The_points_of_both_teams_add_up_to_the_score_after_every_event(string file, string home, int homeScore, string away, int awayScore)
    {
        var (homePoints, awayPoints) = (0, 0);
        foreach (var line in Reads.Real(Source, file).Rows.Cast<PlayLine>())
        {
            homePoints += line.Team?.Value == home ? line.Points ?? 0 : 0;
            awayPoints += line.Team?.Value == away ? line.Points ?? 0 : 0;
            (line.HomeScore, line.AwayScore).ShouldBe((homePoints, awayPoints), line.EventId);
        }

        (homePoints, awayPoints).ShouldBe((homeScore, awayScore));
    }

    [SkippableFact]
    public void The_real_events_have_the_words_of_BigDataBall()
    {
        var lines = Reads.Real(Source, "playbyplay_0022400500.json.gz").Rows.Cast<PlayLine>().ToArray();
        lines.GroupBy(line => line.EventType).ToDictionary(type => type.Key, type => type.Count()).ShouldBe(
            new Dictionary<string, int>
            {
                ["shot"] = 181, ["rebound"] = 115, ["substitution"] = 110, ["free throw"] = 42, ["foul"] = 41, ["turnover"] = 28, ["timeout"] = 13,
                ["start of period"] = 4, ["end of period"] = 4, ["jump ball"] = 1, ["violation"] = 1,
            },
            ignoreOrder: true);
        var jump = lines.Single(line => line.EventType == PlayEvents.JumpBall);
        (jump.Player1!.ToString(), jump.Player2!.ToString(), jump.Player3!.ToString()).ShouldBe(("Zubac 1627826", "Gobert 203497 (jumper)", "K. Leonard 202695 (possession)"));
        lines.Count(line => line.Player2?.Role == PlayRoles.Assist).ShouldBe(47);
        lines.Count(line => line.Player2?.Role == PlayRoles.Block).ShouldBe(15);
        lines.Count(line => line.Player2?.Role == PlayRoles.Steal).ShouldBe(15);
        lines.Count(line => line.Player2?.Role == PlayRoles.Fouled).ShouldBe(39);
        lines.ShouldAllBe(line => line.Player1 == null || (line.Player1.PlayerId != null && line.Player1.NameKey == null));
    }

    [Fact]
    public void A_heave_is_no_shot_of_a_player()
    {
        var line = One(Action("heave", string.Empty, more: ",\"personId\":0,\"shotDistance\":55.08"));
        (line.EventType, line.ShotMade, line.ShotType, line.Points, line.Player1, line.ShotDistance).ShouldBe((PlayEvents.Heave, null, null, null, null, 55.08));
    }

    [Fact]
    public void An_event_of_an_overtime_has_less_on_the_clock()
    {
        var line = One(Action("timeout", "full").Replace("REGULAR", "OVERTIME", StringComparison.Ordinal).Replace("\"period\":1", "\"period\":5", StringComparison.Ordinal).Replace("PT11M42.00S", "PT00M00.30S", StringComparison.Ordinal));
        (line.Period, line.ClockSeconds, line.ElapsedSeconds, line.EventSubtype).ShouldBe((5, 0.3, 299.7, "full"));
    }

    [Fact]
    public void A_team_in_the_place_of_a_person_is_nobody() => One(Action("rebound", "offensive", more: ",\"personId\":1610612746")).Player1.ShouldBeNull();

    [Fact]
    public void A_free_throw_is_written_as_BigDataBall_does() =>
        One(Action("freethrow", "1 of 1", more: ",\"descriptor\":\"technical\",\"shotResult\":\"Made\"")).EventSubtype.ShouldBe("free throw technical 1/1");

    [Fact]
    public void What_is_no_event_is_left_out_with_its_reason()
    {
        var reading = Reads.Written(Source, Game(Action("stoppage", string.Empty), Action("dance", string.Empty, order: 2), Action("timeout", "full", order: 3)));
        (reading.Rows.Count, reading.LeftOut.Count).ShouldBe((1, 2));
        reading.LeftOut.ShouldBe(["action 7: stoppage is no event of the game", "action 7: actions of type 'dance' are not known"]);
    }

    [Fact]
    public void A_game_of_other_teams_is_left_out()
    {
        Reads.Written(Source, Game(Action("timeout", "full")).Replace("\"LAC\"", "\"STP\"", StringComparison.Ordinal)).LeftOut.ShouldBe(["game 0022400500: STP is none of the thirty teams"]);
        Reads.Written(Source, Game(Action("timeout", "full")).Replace("0022400500", "0032400001", StringComparison.Ordinal)).LeftOut.ShouldBe(["game 0032400001: its teams are none of the thirty"]);
    }

    [Theory]
    [InlineData("\"shotResult\":\"Made\"", "\"shotResult\":\"Maybe\"", "game.actions[0].shotResult is \"Maybe\"; accepted is Made or Missed")]
    [InlineData(",\"shotResult\":\"Made\"", "", "game.actions[0] has no shotResult; it has")]
    [InlineData("PT11M42.00S", "11:42", "game.actions[0].clock is \"11:42\"; accepted is a clock such as PT11M42.00S, up to 12 minutes")]
    [InlineData("PT11M42.00S", "PT12M00.10S", "game.actions[0].clock is \"PT12M00.10S\"")]
    [InlineData("\"period\":1", "\"period\":0", "game.actions[0].period is 0; accepted is a period from 1 to 14")]
    [InlineData("REGULAR", "QUARTER", "game.actions[0].periodType is \"QUARTER\"; accepted is REGULAR or OVERTIME")]
    [InlineData("\"scoreHome\":\"2\"", "\"scoreHome\":2", "game.actions[0].scoreHome is 2; accepted is points in digits, up to 300")]
    [InlineData("\"teamId\":1610612746", "\"teamId\":1610612747", "game.actions[0].teamId is 1610612747; accepted is 1610612746, the number of LAC")]
    [InlineData("\"shotDistance\":5.57", "\"shotDistance\":95", "game.actions[0].shotDistance is 95; accepted is feet from 0 to 94")]
    [InlineData("\"personId\":11", "\"personId\":-1", "game.actions[0].personId is -1; accepted is the league's person id, or 0 for nobody")]
    [InlineData("\"orderNumber\":1", "\"orderNumber\":0", "game.actions[0].orderNumber is 0; accepted is a whole number above zero")]
    public void What_is_not_as_it_must_be_is_named_with_its_place(string what, string instead, string says)
    {
        var payload = Game(Action("2pt", "Hook", more: ",\"personId\":11,\"shotResult\":\"Made\",\"shotDistance\":5.57"));
        Should.Throw<PermanentException>(() => Reads.Written(Source, payload.Replace(what, instead, StringComparison.Ordinal))).Message.ShouldContain(says);
    }

    [Fact]
    public void Two_actions_in_one_place_are_refused() =>
        Should.Throw<PermanentException>(() => Reads.Written(Source, Game(Action("timeout", "full"), Action("timeout", "full")))).Message
            .ShouldContain("game.actions[1].orderNumber is 1; accepted is a number that no action before it has");

    [Theory]
    [InlineData("<html></html>", "it is a page of HTML or XML")]
    [InlineData("{\"game\":{\"gameId\":\"0022400500\",\"actions\":[{", "raw/test: is no JSON from byte")]
    [InlineData("{\"game\":{\"gameId\":\"0022400500\"}}", "accepted is play-by-play of the CDN")]
    [InlineData("{\"game\":{\"gameId\":\"0022400500\",\"actions\":{}}}", "game.actions is {}; accepted is an array")]
    public void What_is_no_play_by_play_is_refused(string payload, string says) =>
        Should.Throw<PermanentException>(() => Reads.Written(Source, payload)).Message.ShouldContain(says);

    private static PlayLine One(string action) => (PlayLine)Reads.Written(Source, Game(action)).Rows.Single();

    private static string Game(params string[] actions) => $$"""{"game":{"gameId":"0022400500","actions":[{{string.Join(',', actions)}}]} }""";

    private static string Action(string type, string subtype, int order = 1, string more = "") =>
        $$"""{"actionNumber":7,"orderNumber":{{order}},"clock":"PT11M42.00S","period":1,"periodType":"REGULAR","actionType":"{{type}}","subType":"{{subtype}}","teamId":1610612746,"teamTricode":"LAC","scoreHome":"2","scoreAway":"0"{{more}}}""";

    private static void SameFacts(PlayLine line, JsonElement action)
    {
        var type = action.GetProperty("actionType").GetString()!;
        var id = action.GetProperty("actionNumber").GetInt32().ToString(CultureInfo.InvariantCulture);
        (line.Sequence, line.Period, line.Description).ShouldBe((action.GetProperty("orderNumber").GetInt32(), action.GetProperty("period").GetInt32(), action.GetProperty("description").GetString()), id);
        line.ClockSeconds.ShouldBe(System.Xml.XmlConvert.ToTimeSpan(action.GetProperty("clock").GetString()!).TotalSeconds, id);
        (line.ClockSeconds + line.ElapsedSeconds).ShouldBe(720, id);
        (line.HomeScore, line.AwayScore).ShouldBe((Whole(action, "scoreHome"), Whole(action, "scoreAway")), id);
        line.Team?.Value.ShouldBe(Text(action, "teamTricode"), id);
        (line.Team is null).ShouldBe(Text(action, "teamTricode") is null, id);
        line.ShotMade.ShouldBe(Text(action, "shotResult") is { } result ? result == "Made" : null, id);
        line.ShotType.ShouldBe(type is "2pt" or "3pt" ? type : null, id);
        line.ShotDistance.ShouldBe(Number(action, "shotDistance"), id);
        (line.OriginalX, line.OriginalY).ShouldBe((Number(action, "xLegacy"), Number(action, "yLegacy")), id);
        line.EventSubtype?.Contains((Text(action, "subType") ?? string.Empty).Replace(" of ", "/", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase).ShouldBeTrue(id);
        var persons = new[] { "personId", "assistPersonId", "blockPersonId", "stealPersonId", "foulDrawnPersonId", "jumpBallWonPersonId", "jumpBallLostPersonId" }
            .Select(name => Number(action, name)).Where(person => person is not (null or 0)).Distinct().Order();
        new[] { line.Player1, line.Player2, line.Player3 }.OfType<PlayPlayer>().Select(player => (double?)player.PlayerId!.Value.Id).Order().ShouldBe(persons, id);
        if (type != "jumpball")
        {
            line.Player1?.Name.ShouldBe(Text(action, "playerNameI"), id);
        }
    }

    private static bool TellsIt(JsonElement action, IEnumerable<PlayLine> lines)
    {
        var role = action.GetProperty("actionType").GetString();
        return role is "game" || lines.Any(line => line.Period == action.GetProperty("period").GetInt32() && line.Player2?.Role == role
            && line.Player2!.PlayerId!.Value.Id == action.GetProperty("personId").GetInt64()
            && Math.Abs(line.ClockSeconds - System.Xml.XmlConvert.ToTimeSpan(action.GetProperty("clock").GetString()!).TotalSeconds) <= 3);
    }

    private static int Whole(JsonElement action, string name) => int.Parse(action.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static string? Text(JsonElement action, string name) => action.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double? Number(JsonElement action, string name) => action.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
