using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Formats;
using NbaProps.Scrapers.Espn;

namespace NbaProps.Tests.RawProcessors.Espn;

/// <summary>No real payload is to be had: these are made by hand from the documented shape.</summary>
public sealed class EspnBoxScorePayloadTests
{
    private const string Page = "page of a box score";

    [Fact]
    public void A_line_is_read_exactly()
    {
        var lines = Read("box score", Box()).Rows;
        lines.Select(line => (line.Team.Value, line.Opponent.Value, line.EspnPlayerId, line.PlayerName, line.NameKey.Value, line.JerseyNumber, line.Starter)).ShouldBe(
        [
            ("NYK", "UTA", "3934672", "Jalen Brunson", "jalen brunson", "11", true),
            ("NYK", "UTA", "3062679", "Josh Hart", "josh hart", null, false),
            ("UTA", "NYK", "4066336", "Lauri Markkanen", "lauri markkanen", "23", true),
        ]);
        Counts(lines[0]).ShouldBe([36, 12, 24, 3, 8, 7, 8, 1, 4, 5, 9, 2, 0, 3, 2, -5, 34]);
        (lines[1].PlusMinus, lines[2].PlusMinus).ShouldBe((11, 0));
    }

    [Fact]
    public void Who_has_no_counts_is_left_out_with_the_reason() =>
        Read("box score", Box()).LeftOut.ShouldBe(["6430 (Nobody Else, NYK): has no counts, he did not play", "6431 (No Body, UTA): has no counts, he did not play"]);

    [Theory]
    [InlineData("<!DOCTYPE html><html><script>var a = {};</script><script type='text/javascript'>window['__espnfitt__']={\"page\":{\"content\":{\"gamepackage\":{\"bxscr\":", "}}}};</script></html>")]
    [InlineData("<html><script>let athlts; window['__espnfitt__'] = {\"twice\":[{}], \"a\":", "};window.b={\"c\":1};</script>")]
    [InlineData("<html><SCRIPT type=\"application/json\">", "</SCRIPT><script>\"athlts\"</script>")]
    public void The_page_and_the_list_alone_say_the_same(string before, string after)
    {
        var (page, list) = (Read(Page, before + Box() + after), Read("box score", Box()));
        page.Rows.ShouldBe(list.Rows);
        page.LeftOut.ShouldBe(list.LeftOut);
    }

    [Fact]
    public void A_list_that_stands_twice_and_says_the_same_is_one() =>
        Read(Page, "<html><script>window['__espnfitt__']={\"a\":" + Box() + ",\"b\":" + Box() + "};</script>").Rows.Count.ShouldBe(3);

    [Fact]
    public void Texts_that_the_payload_labels_are_read_by_their_labels()
    {
        var labelled = Box().Replace("\"type\":\"starters\"", "\"type\":\"starters\",\"lbls\":[\"PTS\",\"FG\",\"3PT\",\"FT\",\"OREB\",\"DREB\",\"REB\",\"AST\",\"STL\",\"BLK\",\"TO\",\"PF\",\"+/-\",\"MIN\"]", StringComparison.Ordinal)
            .Replace("\"36\"", "\"x\"", StringComparison.Ordinal).Replace("\"34\"", "\"36\"", StringComparison.Ordinal).Replace("\"x\"", "\"34\"", StringComparison.Ordinal)
            .Replace("\"30\"", "\"x\"", StringComparison.Ordinal).Replace("\"20\"", "\"30\"", StringComparison.Ordinal).Replace("\"x\"", "\"20\"", StringComparison.Ordinal);
        Read("box score", labelled).Rows.ShouldBe(Read("box score", Box()).Rows);
    }

    [Theory]
    [InlineData("\"abbrev\":\"UTAH\"", "\"abbrev\":\"UTA\"", "[1].tm.abbrev is \"UTA\"; accepted is one of ATL, BKN")]
    [InlineData("\"abbrev\":\"UTAH\"", "\"abbrev\":\"NY\"", "the box score is of NYK, NYK; accepted are two teams")]
    [InlineData("\"type\":\"bench\"", "\"type\":\"coaches\"", "[0].stats[1].type is \"coaches\"; accepted is starters or bench")]
    [InlineData("\"id\":\"3062679\"", "\"id\":\"3934672\"", "player 3934672, Josh Hart, is listed twice")]
    [InlineData("\"dspNm\":\"Josh Hart\"", "\"name\":\"Josh Hart\"", "[0].stats[1].athlts[0].athlt has no dspNm")]
    [InlineData("\"36\",\"12-24\"", "\"12-24\"", "[0].stats[0].athlts[0].stats is [\"12-24\"")]
    [InlineData("\"12-24\"", "\"12/24\"", "stats[1] is \"12/24\"; accepted is made and attempted such as 7-12, at most 80")]
    [InlineData("\"12-24\"", "\"25-24\"", "stats[1] is \"25-24\"; accepted is made and attempted such as 7-12, at most 80")]
    [InlineData("\"36\",", "\"--\",", "stats[0] is \"--\"; accepted is digits in a text from 0 to 100")]
    [InlineData("\"-5\"", "\"five\"", "stats[12] is \"five\"; accepted is a margin from -150 to +150")]
    [InlineData("\"34\"", "\"33\"", "[0].stats[0].athlts[0].stats contradicts itself: Points is 33, its shots add up to 34")]
    [InlineData("\"1\",\"4\",\"5\"", "\"1\",\"4\",\"6\"", "contradicts itself: Rebounds is 6, offensive and defensive add up to 5")]
    [InlineData("\"type\":\"bench\"", "\"type\":\"bench\",\"lbls\":[\"MIN\",\"FG\"]", "[0].stats[1].lbls is [\"MIN\",\"FG\"]; accepted is MIN, FG, 3PT")]
    public void What_is_not_as_it_must_be_is_named_with_its_place(string what, string instead, string says)
    {
        Box().ShouldContain(what);
        Parsing.Refusal("espn", Box().Replace(what, instead, StringComparison.Ordinal)).ShouldContain(says);
    }

    [Theory]
    [InlineData("<html><p>\"athlts\"</p></html>", "has 0 places with a box score in the scripts of its page; accepted is one")]
    [InlineData("<html><script>var \"athlts\" = 1;</script></html>", "has 0 places with a box score")]
    [InlineData("<html><script \"athlts\"", "has 0 places with a box score")]
    [InlineData("<html><script>window['__espnfitt__']={\"athlts\":[", "the JSON of the script at character 14 is cut off or damaged")]
    public void A_page_without_a_whole_box_score_is_refused(string page, string says) => Parsing.Refusal("espn", page).ShouldContain(says);

    [Fact]
    public void A_page_with_two_box_scores_is_refused() =>
        Parsing.Refusal("espn", "<html><script>window['__espnfitt__']={\"a\":" + Box() + ",\"b\":" + Box().Replace("Josh", "Joshua", StringComparison.Ordinal) + "};</script>")
            .ShouldContain("has 2 places with a box score in the scripts of its page; accepted is one");

    // The two services have a rule each for what a box score is: one that is taken and not read would stand there for good, and one that is read and not taken would never come.
    [Theory]
    [InlineData("\"5\"", "\"5\"", true)]
    [InlineData("\"tm\"", "\"team\"", false)]
    [InlineData("\"tm\":{\"id\":\"18\"", "\"tm\":7,\"was\":{\"id\":\"18\"", false)]
    [InlineData("\"athlts\":[", "\"athlts\":7,\"were\":[", false)]
    [InlineData("\"id\":\"3062679\"", "\"id\":\"3934672\"", false)]
    [InlineData("\"id\":\"4066336\"", "\"id\":\"3934672\"", false)]
    [InlineData("\"id\":\"6431\"", "\"id\":\"6430\"", false)]
    public void What_the_scraper_takes_is_read_and_what_it_refuses_is_refused(string what, string instead, bool taken)
    {
        var page = "<html><script>window['__espnfitt__']={\"a\":" + Box().Replace(what, instead, StringComparison.Ordinal) + "};</script></html>";
        var seen = EspnBoxScorePage.Of(page);
        (seen.BoxScores == 1 && seen.ListedTwice is null).ShouldBe(taken);
        if (taken)
        {
            Read(Page, page).Rows.Count.ShouldBe(3);
            return;
        }

        Parsing.Refusal("espn", page).ShouldNotBeEmpty();
    }

    [Fact]
    public void Whatever_is_damaged_is_read_by_the_rules_or_refused() => Damage.ShouldBeReadOrRefused("espn", Box()).ShouldBeGreaterThan(200);

    private static Reading<EspnBoxScoreLine> Read(string form, string payload) => Parsing.Read<EspnBoxScoreLine>("espn", form, payload);

    private static int[] Counts(EspnBoxScoreLine line) =>
    [
        line.Minutes, line.FieldGoalsMade, line.FieldGoalsAttempted, line.ThreePointersMade, line.ThreePointersAttempted, line.FreeThrowsMade, line.FreeThrowsAttempted,
        line.OffensiveRebounds, line.DefensiveRebounds, line.Rebounds, line.Assists, line.Steals, line.Blocks, line.Turnovers, line.PersonalFouls, line.PlusMinus!.Value, line.Points,
    ];

    private static string Box() => """
        [{"tm":{"id":"18","abbrev":"NY","dspNm":"New York Knicks"},"stats":[
          {"type":"starters","athlts":[{"athlt":{"id":"3934672","dspNm":"Jalen Brunson","shrtNm":"J. Brunson","jersey":"11"},"stats":["36","12-24","3-8","7-8","1","4","5","9","2","0","3","2","-5","34"]}]},
          {"type":"bench","athlts":[{"athlt":{"id":"3062679","dspNm":"Josh Hart"},"stats":["28","2-4","1-2","0-0","0","7","7","3","1","1","0","4","+11","5"]},
                                    {"athlt":{"id":"6430","dspNm":"Nobody Else"},"stats":[]}]},
          {"type":"totals","ttls":["","14-28"]}]},
         {"tm":{"id":"26","abbrev":"UTAH","dspNm":"Utah Jazz"},"stats":[
          {"type":"starters","athlts":[{"athlt":{"id":"4066336","dspNm":"Lauri Markkanen","jersey":"23"},"stats":["30","7-15","2-6","4-4","2","6","8","1","0","0","1","1","0","20"]},
                                       {"athlt":{"id":"6431","dspNm":"No Body"}}]}]}]
        """;
}
