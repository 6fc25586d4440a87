using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Odds;

namespace NbaProps.Tests.RawProcessors.Odds;

public sealed class OddsApiFormatsTests
{
    private const string Source = "odds_api";
    private const string Events = """[{"id":"e1","commence_time":"2024-01-25T03:10:00Z","home_team":"Golden State Warriors","away_team":"Atlanta Hawks"}]""";

    // Not kept of the reference parse: sport_key and sport_title, which are one constant, and the wrapper's previous and next timestamps.
    [SkippableFact]
    public void Every_event_of_the_reference_parse_is_reproduced()
    {
        var lines = Parsing.Read<OddsEventLine>(Source, "events", Parsing.Bytes("payloads/odds_api/historical_events_2024-01-25.json")).Rows;
        var reference = Parsing.Shared("payloads/odds_api/reference_parse_events_2024-01-25.json");
        var expected = reference.GetProperty("data").EnumerateArray().Select(item => (
            Text(item, "id"), Text(item, "home_team"), Text(item, "away_team"), (DateTimeOffset?)item.GetProperty("commence_time").GetDateTimeOffset(), reference.GetProperty("timestamp").GetDateTimeOffset())).ToArray();

        expected.Length.ShouldBe(10);
        lines.Select(line => (line.EventId, TeamSpellings.FullName(line.HomeTeam), TeamSpellings.FullName(line.AwayTeam), line.CommenceTime, line.SeenAt)).ShouldBe(expected);
        lines.GroupBy(line => line.GameDate.ToString()).Select(day => (day.Key, day.Count())).ShouldBe([("2024-01-24", 3), ("2024-01-25", 7)]);
    }

    // Not kept besides: the books' titles, and a book's own last_update where its market has one.
    [SkippableFact]
    public void Every_quote_of_the_reference_parse_is_reproduced()
    {
        var reading = Parsing.Read<OddsQuoteLine>(Source, "event odds", Parsing.Bytes("payloads/odds_api/historical_game_lines.json"));
        var reference = Parsing.Shared("payloads/odds_api/reference_parse_game_lines.json");
        var game = reference.GetProperty("data");
        var expected = (
            from book in game.GetProperty("bookmakers").EnumerateArray()
            from market in book.GetProperty("markets").EnumerateArray()
            from outcome in market.GetProperty("outcomes").EnumerateArray()
            select (
                Text(book, "key"), Text(market, "key"), (DateTimeOffset?)market.GetProperty("last_update").GetDateTimeOffset(), Text(outcome, "name"),
                outcome.GetProperty("price").GetDouble(), (decimal?)outcome.GetProperty("point").GetDecimal())).ToArray();

        expected.Length.ShouldBe(8);
        reading.LeftOut.ShouldBeEmpty();
        reading.Rows.Select(line => (line.Bookmaker, line.Market, line.LastUpdate, line.Team is { } team ? TeamSpellings.FullName(team) : Capital(line.Outcome), line.PriceDecimal, line.Point)).ShouldBe(expected);
        reading.Rows.Select(line => (line.EventId, TeamSpellings.FullName(line.HomeTeam), TeamSpellings.FullName(line.AwayTeam), line.CommenceTime, line.SeenAt)).Distinct().ShouldBe(
            [(Text(game, "id"), Text(game, "home_team"), Text(game, "away_team"), game.GetProperty("commence_time").GetDateTimeOffset(), reference.GetProperty("timestamp").GetDateTimeOffset())]);
        reading.Rows.Select(line => (line.Outcome, line.Price.Value)).Take(4).ShouldBe([("away", -110), ("home", -120), ("over", -115), ("under", -115)]);
    }

    [Fact]
    public void A_bare_list_was_seen_when_it_was_captured_and_midnight_is_no_start()
    {
        var line = Parsing.Read<OddsEventLine>(Source, "events", Events.Replace("T03:10", "T05:00", StringComparison.Ordinal)).Rows.Single();
        (line.SeenAt, line.CommenceTime, line.GameDate).ShouldBe((Parsing.AsOf, null, new GameDate(2024, 1, 25)));
    }

    [Fact]
    public void An_event_of_others_than_the_thirty_is_left_out_with_the_reason()
    {
        Parsing.Read<OddsEventLine>(Source, "events", Events.Replace("Atlanta Hawks", "Team LeBron", StringComparison.Ordinal)).LeftOut.ShouldBe(["Team LeBron @ Golden State Warriors (e1): not between two of the thirty teams"]);
        Parsing.Read<OddsQuoteLine>(Source, "event odds", Event(Market("h2h")).Replace("Atlanta Hawks", "Team LeBron", StringComparison.Ordinal)).LeftOut.ShouldBe(["Team LeBron @ Golden State Warriors (e1): not between two of the thirty teams"]);
    }

    [Fact]
    public void Each_market_gives_its_quotes()
    {
        const string Curry = "\"description\":\"Stephen Curry\",";
        var rows = Parsing.Read<OddsQuoteLine>(Source, "event odds", Event(
            Market("h2h", """{"name":"Golden State Warriors","price":-150}""", """{"name":"Atlanta Hawks","price":130}"""),
            Market("spreads", """{"name":"Golden State Warriors","price":-110,"point":-3.5}""", """{"name":"Atlanta Hawks","price":-110,"point":3.5}"""),
            Market("player_points", $$"""{"name":"Over",{{Curry}}"price":-115,"point":27.5}"""),
            Market("player_points_alternate", $$"""{"name":"Under",{{Curry}}"price":1200,"point":9.5}"""))).Rows;
        rows.Select(row => (row.Market, row.Outcome, row.Team?.Value, row.Point, row.Price.Value, row.PlayerName)).ShouldBe(
        [
            ("h2h", "home", "GSW", null, -150, null), ("h2h", "away", "ATL", null, 130, null),
            ("spreads", "home", "GSW", -3.5m, -110, null), ("spreads", "away", "ATL", 3.5m, -110, null),
            ("player_points", "over", null, 27.5m, -115, "Stephen Curry"), ("player_points_alternate", "under", null, 9.5m, 1200, "Stephen Curry"),
        ]);
        rows.Select(row => row.NameKey).Distinct().ShouldBe([null, NameKey.From("Stephen Curry")]);
    }

    [Fact]
    public void A_long_shot_among_decimal_prices_is_decimal_and_among_American_ones_American()
    {
        Prices("1.01", "101").ShouldBe([1.01, 101]);
        Prices("-10000", "101").ShouldBe([1.01, 2.01]);

        static IEnumerable<double> Prices(string home, string away) => Parsing.Read<OddsQuoteLine>(Source, "event odds", Event(
            Market("h2h", $$"""{"name":"Golden State Warriors","price":{{home}}}""", $$"""{"name":"Atlanta Hawks","price":{{away}}}"""))).Rows.Select(row => row.PriceDecimal);
    }

    [Theory]
    [InlineData("player_rebounds", """{"any":1}""", "draftkings player_rebounds: not one of the markets that are read")]
    [InlineData("h2h", """{"name":"Atlanta Hawks","price":130,"point":1}""", "draftkings h2h 'Atlanta Hawks': {")]
    [InlineData("totals", """{"name":"Over","price":-110}""", "draftkings totals 'Over': {")]
    [InlineData("totals", """{"name":"Over","price":-110,"point":-240.5}""", "draftkings totals 'Over': {")]
    [InlineData("spreads", """{"name":"Atlanta Hawks","price":-110,"point":3.3}""", "draftkings spreads 'Atlanta Hawks': {")]
    [InlineData("spreads", """{"name":"Atlanta Hawks","price":-99,"point":3.5}""", "draftkings spreads 'Atlanta Hawks': {")]
    [InlineData("spreads", """{"name":"Atlanta Hawks","price":-110,"point":100.5}""", "draftkings spreads 'Atlanta Hawks': {")]
    [InlineData("player_points", """{"name":"Over","description":"--","price":-110,"point":3.5}""", "draftkings '--': {")]
    [InlineData("player_points", """{"name":"Over","description":"A","price":-110,"point":3.5},{"name":"Over","description":"A","price":-115,"point":3.5},{"name":"Under","description":"A","price":-115,"point":3.5}""", "draftkings 'A' 3.5: two prices for one side")]
    [InlineData("totals", """{"name":"Over","price":-110,"point":230.5},{"name":"Over","price":-115,"point":230.5}""", "draftkings totals over or under 230.5: two prices for one side")]
    [InlineData("h2h", """{"name":"Atlanta Hawks","price":-110},{"name":"Atlanta Hawks","price":120}""", "draftkings h2h ATL: two prices for one side")]
    public void What_is_no_quote_is_left_out_with_the_reason(string market, string outcomes, string reason)
    {
        var reading = Parsing.Read<OddsQuoteLine>(Source, "event odds", Event(Market(market, outcomes)));
        reading.Rows.ShouldBeEmpty();
        reading.LeftOut.ShouldHaveSingleItem().ShouldStartWith(reason);
    }

    [Fact]
    public void A_quote_that_is_said_twice_alike_is_one() => Parsing.Read<OddsQuoteLine>(Source, "event odds", Event(
        Market("h2h", """{"name":"Atlanta Hawks","price":-110}""", """{"name":"Atlanta Hawks","price":-110}"""))).Rows.Count.ShouldBe(1);

    [Theory]
    [InlineData("\"name\":\"Atlanta Hawks\"", "\"name\":\"Draw\"", "outcomes[0].name is \"Draw\"; accepted is Golden State Warriors or Atlanta Hawks")]
    [InlineData("\"price\":-110", "\"price\":\"-110\"", "outcomes[0].price is \"-110\"; accepted is a number")]
    [InlineData("\"price\"", "\"cost\"", "outcomes[0] has no price")]
    [InlineData("\"outcomes\"", "\"offers\"", "markets[0] has no outcomes")]
    [InlineData("\"key\":\"draftkings\"", "\"key\":\" \"", "bookmakers[0].key is \" \"; accepted is a text that is not empty")]
    [InlineData("2024-01-25T03:00:00Z", "1999-01-25T03:00:00Z", "commence_time is \"1999-01-25T03:00:00Z\"; accepted is an instant from 2007 on")]
    [InlineData("2024-01-24T14:00:00Z", "14:00", "last_update is \"14:00\"; accepted is an instant")]
    public void What_is_not_as_it_must_be_is_named_with_its_place(string what, string instead, string says)
    {
        var payload = Event(Market("h2h", """{"name":"Atlanta Hawks","price":-110}"""));
        payload.ShouldContain(what);
        Parsing.Refusal(Source, payload.Replace(what, instead, StringComparison.Ordinal)).ShouldContain(says);
    }

    [Theory]
    [InlineData("""{"message":"Usage quota has been reached.","error_code":"OUT_OF_USAGE_CREDITS"}""", "it is The Odds API's error OUT_OF_USAGE_CREDITS: Usage quota has been reached.")]
    [InlineData("""{"message":"Unknown event"}""", "it is The Odds API's error without a code: Unknown event")]
    [InlineData("""{"data":{"id":"e1"}}""", "is no payload of odds_api: it is JSON with data at its root; accepted are events, event odds")]
    [InlineData("<html></html>", "is no payload of odds_api: it is a page of HTML or XML")]
    [InlineData("", "is no payload of odds_api: it is empty")]
    [InlineData("[{\"id\":", "is no JSON from byte")]
    [InlineData("""[{"id":"e1","home_team":"Golden State Warriors","away_team":"Atlanta Hawks"}]""", "accepted is an event with its commence_time")]
    public void What_is_no_payload_is_refused_and_an_error_is_named(string payload, string says) => Parsing.Refusal(Source, payload).ShouldContain(says);

    [Fact]
    public void An_event_that_is_listed_twice_is_refused() => Parsing.Refusal(Source, Events.Replace("}]", "}," + Events[1..], StringComparison.Ordinal)).ShouldContain("event e1 is listed twice");

    [Fact]
    public void Damage_in_any_place_is_read_or_refused()
    {
        Damage.ShouldBeReadOrRefused(Source, $$"""{"timestamp":"2024-01-24T14:00:00Z","data":{{Events}}}""").ShouldBeGreaterThan(100);
        Damage.ShouldBeReadOrRefused(Source, Event(
            Market("spreads", """{"name":"Atlanta Hawks","price":-110,"point":3.5}"""),
            Market("player_points", """{"name":"Over","description":"A","price":1.91,"point":3.5}"""))).ShouldBeGreaterThan(300);
    }

    internal static string Event(params string[] markets) =>
        """{"id":"e1","sport_key":"basketball_nba","commence_time":"2024-01-25T03:00:00Z","home_team":"Golden State Warriors","away_team":"Atlanta Hawks","bookmakers":[{"key":"draftkings","title":"DraftKings","markets":["""
        + string.Join(',', markets) + "]}]}";

    internal static string Market(string key, params string[] outcomes) =>
        $$"""{"key":"{{key}}","last_update":"2024-01-24T14:00:00Z","outcomes":[{{string.Join(',', outcomes)}}]}""";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
