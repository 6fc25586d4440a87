using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.RawProcessors.Odds;

namespace NbaProps.Tests.RawProcessors.Odds;

public sealed class BettingProsTests
{
    private const string Source = "bettingpros";
    internal const string Events = """{"events":[{"id":20879,"scheduled":"2021-10-21 23:30:00","season":2021,"season_type":"REG","status":"scheduled","home":"PHO","visitor":"NOR"}]}""";

    // Not kept of the reference parse, which repeats the payload: line-ups (whose teams are those of the day it was fetched), venue, broadcasts,
    // results, links, popularity.
    [SkippableFact]
    public void Every_event_of_the_reference_parse_is_reproduced()
    {
        var reading = Parsing.Read<BettingProsEventLine>(Source, "events", Parsing.Bytes("payloads/bettingpros/events_2021-10-21.json"));
        var expected = Parsing.Shared("payloads/bettingpros/reference_parse_events_2021-10-21.json").GetProperty("events").EnumerateArray().Select(item => (
            item.GetProperty("id").GetRawText(), item.GetProperty("home").GetString()!, item.GetProperty("visitor").GetString()!,
            item.GetProperty("scheduled").GetString()!, item.GetProperty("season").GetInt32(), item.GetProperty("season_type").GetString()!, item.GetProperty("status").GetString()!)).ToArray();

        expected.Length.ShouldBe(3);
        reading.LeftOut.ShouldBeEmpty();
        reading.Rows.Select(line => (
            line.EventId, line.HomeTeam.Value, line.AwayTeam.Value,
            line.CommenceTime!.Value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), line.Season.StartYear, line.SeasonType, line.Status)).ShouldBe(expected);

        // That the times are UTC: these games began at 7:30, 8 and 10 pm Eastern.
        var date = new GameDate(2021, 10, 21);
        reading.Rows.Select(line => (line.GameDate, line.CommenceTime)).ShouldBe([(date, date.At(19, 30)), (date, date.At(20)), (date, date.At(22))]);
    }

    [Fact]
    public void BettingPros_own_letters_are_understood_and_midnight_is_no_start()
    {
        var line = Parsing.Read<BettingProsEventLine>(Source, "events", Events.Replace("2021-10-21 23:30", "2021-10-22 04:00", StringComparison.Ordinal)).Rows.Single();
        (line.HomeTeam.Value, line.AwayTeam.Value, line.GameDate, line.CommenceTime).ShouldBe(("PHX", "NOP", new GameDate(2021, 10, 22), null));
    }

    [Fact]
    public void An_event_of_others_than_the_thirty_is_left_out_with_the_reason() =>
        Parsing.Read<BettingProsEventLine>(Source, "events", Events.Replace("NOR", "EAST", StringComparison.Ordinal)).LeftOut.ShouldBe(["EAST @ PHO (20879): not between two of the thirty teams"]);

    [Theory]
    [InlineData("2021-10-21 23:30:00", "2021-10-21T23:30:00Z", "events[0].scheduled is \"2021-10-21T23:30:00Z\"; accepted is a UTC time such as 2021-10-21 23:30:00")]
    [InlineData("2021-10-21 23:30:00", "1999-10-21 23:30:00", "accepted is an instant from 2007 on")]
    [InlineData("20879", "\"e1\"", "events[0].id is \"e1\"; accepted is an id of digits")]
    [InlineData("\"season\":2021", "\"season\":null", "events[0] has no season")]
    [InlineData("\"visitor\"", "\"away\"", "events[0] has no visitor")]
    [InlineData("\"events\"", "\"props\"", "is no payload of bettingpros: it is JSON with props at its root; accepted are events, offers")]
    public void What_is_not_as_it_must_be_is_named_with_its_place(string what, string instead, string says) =>
        Parsing.Refusal(Source, Events.Replace(what, instead, StringComparison.Ordinal)).ShouldContain(says);

    [Fact]
    public void An_offer_gives_a_line_for_each_active_price()
    {
        var lines = Read(Page(Offer(Selection("over", Book(12, Line(25.5, -115), Line(30.5, 210)), Book(99, Line(26, 100))), Selection("under", Book(12, Line(25.5, -105)))))).Rows;
        lines.Select(line => (line.Bookmaker, line.Side, line.Line.Value, line.Price.Value)).ShouldBe(
        [
            ("draftkings", Side.Over, 25.5m, -115), ("draftkings", Side.Under, 25.5m, -105), ("draftkings", Side.Over, 30.5m, 210), ("bettingpros_book_99", Side.Over, 26m, 100),
        ]);
        lines.Select(line => (line.OfferId, line.EventId, line.BettingProsPlayerId, line.PlayerName, line.NameKey, line.Updated)).Distinct().ShouldBe(
            [("o1", "20879", "3469", "Tim Hardaway Jr.", NameKey.From("Tim Hardaway Jr."), new DateTimeOffset(2021, 10, 21, 18, 0, 0, TimeSpan.Zero))]);
    }

    [Theory]
    [InlineData(0, "consensus")]
    [InlineData(10, "fanduel")]
    [InlineData(12, "draftkings")]
    [InlineData(13, "caesars")]
    [InlineData(14, "pointsbet")]
    [InlineData(18, "betrivers")]
    [InlineData(19, "betmgm")]
    [InlineData(20, "fox_bet")]
    [InlineData(24, "bettingpros_book_24")]
    public void A_book_has_the_name_of_its_number(int id, string name) => Read(Page(Offer(Selection("over", Book(id, Line(25.5, -115)))))).Rows.Single().Bookmaker.ShouldBe(name);

    [Fact]
    public void An_offer_that_names_no_market_is_of_the_one_that_was_asked_for()
    {
        var offer = Offer(Selection("over", Book(12, Line(25.5, -115)))).Replace("\"market_id\":156,", string.Empty, StringComparison.Ordinal);
        Read("""{"_parameters":{"market_id":"156"},"offers":[""" + offer + "]}").Rows.Count.ShouldBe(1);
        Read("""{"_parameters":{"market_id":157},"offers":[""" + offer + "]}").LeftOut.ShouldBe(["offer o1: of market 157, points are 156"]);
        Parsing.Refusal(Source, Page(offer)).ShouldContain("offers[0] has no market_id");
    }

    [Theory]
    [InlineData("\"market_id\":156", "\"market_id\":157", "offer o1: of market 157, points are 156")]
    [InlineData("\"player_id\":3469,", "\"player_id\":3469,\"active\":false,", "offer o1: inactive")]
    [InlineData("\"selection\":\"over\"", "\"selection\":\"over\",\"active\":false", "offer o1 Over: inactive")]
    [InlineData("\"active\":true", "\"active\":false", "offer o1 Over draftkings offers[0].selections[0].books[0].lines[0]: inactive")]
    [InlineData("25.5", "25.3", "offer o1 Over draftkings offers[0].selections[0].books[0].lines[0]: no points from 0.5 to 80 in steps of 0.5")]
    [InlineData("25.5", "null", "offer o1 Over draftkings offers[0].selections[0].books[0].lines[0]: no points from 0.5 to 80 in steps of 0.5")]
    [InlineData("-115", "0", "offer o1 Over draftkings offers[0].selections[0].books[0].lines[0]: no American price")]
    [InlineData("-115", "null", "offer o1 Over draftkings offers[0].selections[0].books[0].lines[0]: no American price")]
    [InlineData("{\"line\":25.5", "{\"line\":25.5,\"cost\":-120,\"active\":true},{\"line\":25.5", "offer o1 draftkings 25.5: two prices for one side")]
    public void What_is_no_line_is_left_out_with_the_reason(string what, string instead, string reason)
    {
        var page = Page(Offer(Selection("over", Book(12, Line(25.5, -115)))));
        page.ShouldContain(what);
        var reading = Read(page.Replace(what, instead, StringComparison.Ordinal));
        (reading.Rows.Count, reading.LeftOut.Single()).ShouldBe((0, reason));
    }

    [Theory]
    [InlineData("\"selection\":\"over\"", "\"selection\":\"yes\"", "selections[0].selection is \"yes\"; accepted is over or under")]
    [InlineData("-115", "-115.5", "lines[0].cost is -115.5; accepted is a whole number")]
    [InlineData("\"active\":true", "\"active\":1", "lines[0].active is 1; accepted is true or false")]
    [InlineData("\"active\"", "\"is_on\"", "lines[0] has no active")]
    [InlineData("2021-10-21 18:00:00", "18:00", "lines[0].updated is \"18:00\"; accepted is a UTC time")]
    [InlineData("Tim Hardaway Jr.", "...", "participants[0].name is \"...\"; accepted is a name with a letter in it")]
    [InlineData("\"participants\":[", "\"participants\":[{},", "participants is [{},")]
    [InlineData("\"id\":12", "\"id\":\"x\"", "books[0].id is \"x\"; accepted is a whole number from 0 to")]
    public void What_is_no_offer_is_named_with_its_place(string what, string instead, string says)
    {
        var page = Page(Offer(Selection("over", Book(12, Line(25.5, -115)))));
        page.ShouldContain(what);
        Parsing.Refusal(Source, page.Replace(what, instead, StringComparison.Ordinal)).ShouldContain(says);
    }

    [Fact]
    public void Damage_in_any_place_is_read_or_refused()
    {
        Damage.ShouldBeReadOrRefused(Source, Events).ShouldBeGreaterThan(100);
        Damage.ShouldBeReadOrRefused(Source, Page(Offer(Selection("over", Book(12, Line(25.5, -115)))))).ShouldBeGreaterThan(300);
    }

    [Fact]
    public void What_is_listed_twice_is_refused()
    {
        Parsing.Refusal(Source, Page(Offer(), Offer())).ShouldContain("offer o1 is listed twice");
        Parsing.Refusal(Source, Events.Replace("}]", "}," + Events["{\"events\":[".Length..^1], StringComparison.Ordinal)).ShouldContain("event 20879 is listed twice");
    }

    internal static string Page(params string[] offers) => """{"offers":[""" + string.Join(',', offers) + """],"markets":[],"_pagination":{"page":1,"total_pages":1}}""";

    internal static string Offer(params string[] selections) =>
        """{"id":"o1","market_id":156,"event_id":20879,"player_id":3469,"participants":[{"id":"3469","name":"Tim Hardaway Jr.","player":{"team":"DAL","position":"G"}}],"selections":[""" + string.Join(',', selections) + "]}";

    internal static string Selection(string side, params string[] books) => $$"""{"id":1,"selection":"{{side}}","books":[{{string.Join(',', books)}}]}""";

    internal static string Book(int id, params string[] lines) => $$"""{"id":{{id}},"lines":[{{string.Join(',', lines)}}]}""";

    internal static string Line(double points, int cost, string updated = "2021-10-21 18:00:00") =>
        FormattableString.Invariant($$"""{"line":{{points}},"cost":{{cost}},"active":true,"updated":"{{updated}}"}""");

    private static NbaProps.RawProcessors.Formats.Reading<BettingProsOfferLine> Read(string page) => Parsing.Read<BettingProsOfferLine>(Source, "offers", page);
}
