using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.RawProcessors.PlayByPlay;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.RawProcessors.BoxScores;

namespace NbaProps.Tests.RawProcessors.PlayByPlay;

public sealed class BigDataBallTests
{
    private const string Source = "bigdataball";
    private const string Real = "playbyplay_0042400407.csv.gz";

    private const string Header =
        "game_id,data_set,date,a1,a2,a3,a4,a5,h1,h2,h3,h4,h5,period,away_score,home_score,remaining_time,elapsed,play_length,play_id,team,event_type,assist,away,home,"
        + "block,entered,left,num,opponent,outof,player,points,possession,reason,result,steal,type,shot_distance,original_x,original_y,converted_x,converted_y,description";

    private const string Shot =
        "42400407,NBA 2025 Playoffs,2025-06-22,Ann A,Ben B,Cid C,Dan D,Eli E,Fay F,Gus G,Hal H,Ida I,Jon J,1,2,0,0:11:44,0:00:16,0:00:16,3,IND,shot,,,,,,,,,,Ann A,2,,,made,,"
        + "jump shot,14,91,106,15.9,15.6,\"Ann A 14' Jump Shot, pullup (2 PTS)\"";

    [SkippableFact]
    public void Every_play_of_the_reference_is_a_line_with_all_its_facts()
    {
        var reading = Reads.Real(Source, Real);
        var plays = Reference();
        (reading.Rows.Count, reading.LeftOut.Count, plays.Count).ShouldBe((510, 0, 510));
        foreach (var (line, play) in reading.Rows.Cast<PlayLine>().Zip(plays))
        {
            var id = line.EventId;
            (line.GameId.ToString(), line.GameDate, line.Sequence, line.Period).ShouldBe(
                ("00" + play["game_id"], GameDate.Parse(play["date"]!), int.Parse(play["play_id"]!, CultureInfo.InvariantCulture), int.Parse(play["period"]!, CultureInfo.InvariantCulture)), id);
            (line.ClockSeconds, line.ElapsedSeconds, line.PlaySeconds).ShouldBe((Seconds(play["remaining_time"]!), Seconds(play["elapsed"]!), (double?)Seconds(play["play_length"]!)), id);

            // Three rows have no event and the type unknown: they still say who was on court. A description of one space is none.
            (line.EventType, line.EventSubtype, line.Description, line.Team?.Value).ShouldBe((play["event_type"] ?? "unknown", play["type"], string.IsNullOrWhiteSpace(play["description"]) ? null : play["description"], play["team"]), id);
            (line.HomeScore, line.AwayScore).ShouldBe((int.Parse(play["home_score"]!, CultureInfo.InvariantCulture), int.Parse(play["away_score"]!, CultureInfo.InvariantCulture)), id);
            line.ShotMade.ShouldBe(play["result"] is { } result ? result == "made" : null, id);
            ((double?)line.Points, line.ShotDistance, line.OriginalX, line.OriginalY, line.ConvertedX, line.ConvertedY).ShouldBe(
                (Number(play["points"]), Number(play["shot_distance"]), Number(play["original_x"]), Number(play["original_y"]), Rounded(play["converted_x"], line.ConvertedX), Rounded(play["converted_y"], line.ConvertedY)), id);
            line.AwayOnCourt.Select(player => player.Name).ShouldBe(BigDataBallPlay.AwayFive.Select(column => play[column]), id);
            line.HomeOnCourt.Select(player => player.Name).ShouldBe(BigDataBallPlay.HomeFive.Select(column => play[column]), id);
            line.Player1?.Name.ShouldBe(play["player"], id);
            new[] { line.Player2, line.Player3 }.OfType<PlayPlayer>().Select(player => player.Name!).Order(StringComparer.Ordinal).ShouldBe(OthersOf(play), id);
        }
    }

    [SkippableFact]
    public void Five_and_five_are_on_court_in_every_row_and_nobody_has_a_part_from_the_bench()
    {
        foreach (var line in Reads.Real(Source, Real).Rows.Cast<PlayLine>())
        {
            var court = line.AwayOnCourt.Concat(line.HomeOnCourt).Select(player => player.NameKey!.Value).ToArray();
            (line.AwayOnCourt.Count, line.HomeOnCourt.Count, court.Distinct().Count()).ShouldBe((5, 5, 10), line.EventId);

            // In a substitution the five are those after it.
            var parts = new[] { line.EventType == PlayEvents.Substitution ? null : line.Player1, line.Player2, line.Player3 }.OfType<PlayPlayer>();
            parts.Select(player => player.NameKey!.Value).Except(court).ShouldBeEmpty(line.EventId);
        }
    }

    [SkippableFact]
    public void The_points_of_both_teams_add_up_to_the_score_after_every_event()
    {
        var (home, away) = (0, 0);
        foreach (var line in Reads.Real(Source, Real).Rows.Cast<PlayLine>())
        {
            home += line.Team?.Value == "OKC" ? line.Points ?? 0 : 0;
            away += line.Team?.Value == "IND" ? line.Points ?? 0 : 0;
            (line.HomeScore, line.AwayScore).ShouldBe((home, away), line.EventId);
        }

        (home, away).ShouldBe((103, 91));
    }

    [Fact]
    public void A_row_is_read_with_its_quotes_and_a_mark_before_the_header()
    {
        var line = (PlayLine)Reads.Written(Source, $"\uFEFF{Header}\r\n{Shot}\r\n").Rows.Single();
        (line.Description, line.ShotType, line.Points, line.GameId.ToString()).ShouldBe(("Ann A 14' Jump Shot, pullup (2 PTS)", "2pt", 2, "0042400407"));
    }

    [Fact]
    [Trait("Incident", "I-09")]
    public void A_number_before_a_name_is_the_leagues_and_the_name_without_spaces_is_no_key()
    {
        var payload = Csv(Shot.Replace("Ann A,Ben B", "1630552annajones,1630553Ben B", StringComparison.Ordinal));
        var five = ((PlayLine)Reads.Written(Source, payload).Rows.Single()).AwayOnCourt;
        (five[0].Name, five[0].PlayerId?.Id, five[0].NameKey).ShouldBe(("annajones", 1630552, null));
        (five[1].Name, five[1].PlayerId?.Id, five[1].NameKey).ShouldBe(("Ben B", 1630553, NameKey.From("Ben B")));
    }

    [Fact]
    public void Without_line_ups_nobody_is_on_court()
    {
        var payload = Csv(Shot.Replace("Ann A,Ben B,Cid C,Dan D,Eli E,Fay F,Gus G,Hal H,Ida I,Jon J", ",,,,,,,,,", StringComparison.Ordinal));
        ((PlayLine)Reads.Written(Source, payload).Rows.Single()).HomeOnCourt.ShouldBeEmpty();
    }

    [Fact]
    public void An_event_of_another_kind_is_left_out_by_name()
    {
        var reading = Reads.Written(Source, Csv(Shot.Replace("IND,shot", "IND,dance", StringComparison.Ordinal)));
        (reading.Rows.Count, reading.LeftOut.Single()).ShouldBe((0, "line 2: events of type 'dance' are not known"));
    }

    [Theory]
    [InlineData("42400407", "2400407", "raw/test: line 2, game_id: '2400407'; accepted is a game id of ten digits, or eight without its zeros")]
    [InlineData("2025-06-22", "06/22/2025", "line 2, date: '06/22/2025'; accepted is a date yyyy-MM-dd")]
    [InlineData("0:11:44", "11:44", "line 2, remaining_time: '11:44'; accepted is a time such as 0:11:44, up to 0:12:00")]
    [InlineData("0:11:44", "0:12:44", "line 2, remaining_time: '0:12:44'")]
    [InlineData("Jon J,1,2,0", "Jon J,15,2,0", "line 2, period: '15'; accepted is a whole number from 1 to 14")]
    [InlineData("IND,shot", "IN,shot", "line 2, team: 'IN'; accepted is one of the thirty tricodes, or nothing")]
    [InlineData("made", "in", "line 2, result: 'in'; accepted is made or missed")]
    [InlineData("Ann A,2,,,made", "Ann A,3,,,made", "line 2, points: '3'; accepted is 2, as the type 'jump shot' and the result 'made' give")]
    [InlineData("jump shot,14", "jump shot,140", "line 2, shot_distance: '140'; accepted is feet from 0 to 94, or nothing")]
    [InlineData("14,91", "14,left", "line 2, original_x: 'left'; accepted is a number, or nothing")]
    [InlineData("Ann A,Ben B", "Ann A,Ann A", "line 2, a1: 'Ann A'; accepted is five visitors in a1 to a5 and five others in h1 to h5")]
    [InlineData("Jon J,1,2", ",1,2", "line 2, a1: 'Ann A'; accepted is five visitors")]
    [InlineData("shot,,,,", "shot,Ben B,Cid C,Fay F,Gus G", "line 2, player: 'Ann A'; accepted is an event of up to three persons")]
    public void What_is_not_as_it_must_be_is_named_with_its_line(string what, string instead, string says)
    {
        var at = Shot.IndexOf(what, StringComparison.Ordinal);
        Should.Throw<PermanentException>(() => Reads.Written(Source, Csv(Shot.Remove(at, what.Length).Insert(at, instead)))).Message.ShouldContain(says);
    }

    [Fact]
    public void Two_rows_in_one_place_are_refused() =>
        Should.Throw<PermanentException>(() => Reads.Written(Source, Csv(Shot, Shot))).Message.ShouldContain("line 3, play_id: '3'; accepted is a number that no row before it has in its game");

    [Fact]
    public void A_file_that_is_cut_off_or_lacks_a_column_is_refused()
    {
        Should.Throw<PermanentException>(() => Reads.Written(Source, Csv(Shot, Shot[..60]))).Message.ShouldStartWith("raw/test: line 3: ");
        Should.Throw<PermanentException>(() => Reads.Written(Source, $"{Header}\r\n")).Message.ShouldContain("has no rows below its header");
        Should.Throw<PermanentException>(() => Reads.Written(Source, Csv(Shot).Replace(",home_score,", ",score,", StringComparison.Ordinal))).Message
            .ShouldContain("column home_score is missing; accepted is a CSV with the columns");
    }

    [Theory]
    [InlineData("<html>play_id,event_type</html>", "it is a page of HTML or XML")]
    [InlineData("{\"play_id\":1,\"event_type\":2}", "it is JSON")]
    [InlineData("name,team\r\nAnn,IND\r\n", "it is none of JSON, PDF, HTML; accepted is play-by-play as CSV")]
    [InlineData("", "it is empty")]
    public void What_is_no_file_of_plays_is_refused(string payload, string says) =>
        Should.Throw<PermanentException>(() => Reads.Written(Source, payload)).Message.ShouldContain(says);

    private static string Csv(params string[] rows) => $"{Header}\r\n{string.Join("\r\n", rows)}\r\n";

    // The reference writes what is not there as NaN, which is no JSON.
    private static List<Dictionary<string, string?>> Reference()
    {
        var text = Encoding.UTF8.GetString(Reads.RealBytes(Source, "reference_parse_0042400407.json.gz")).Replace(": NaN", ": null", StringComparison.Ordinal);
        return [.. JsonNode.Parse(text)!["play_by_play_data"]!.AsArray().Select(play => play!.AsObject().ToDictionary(cell => cell.Key, cell => cell.Value?.ToString(), StringComparer.Ordinal))];
    }

    private static IEnumerable<string> OthersOf(Dictionary<string, string?> play) =>
        new[] { "assist", "block", "steal", "opponent", "entered", "possession" }.Select(column => play[column])
            .Concat(new[] { play["away"], play["home"] }.Where(jumper => jumper != play["player"]))
            .OfType<string>().Order(StringComparer.Ordinal);

    private static double Seconds(string time) => TimeSpan.Parse(time, CultureInfo.InvariantCulture).TotalSeconds;

    private static double? Number(string? text) => text is null ? null : double.Parse(text, CultureInfo.InvariantCulture);

    // The reference rounds 15.600000000000001 to 15.6.
    private static double? Rounded(string? text, double? ours) => Number(text) is { } number && ours is { } read && Math.Abs(number - read) < 1e-9 ? ours : Number(text);
}
