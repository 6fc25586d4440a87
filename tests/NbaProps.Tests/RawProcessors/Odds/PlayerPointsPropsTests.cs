using System.Text;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Odds;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;
using static NbaProps.Tests.RawProcessors.Odds.OddsGames;

namespace NbaProps.Tests.RawProcessors.Odds;

public sealed class PlayerPointsPropsTests
{
    private const string Scraper = "odds_api_player_points";
    private static readonly PlayerPointsPropsProcessor Processor = new();

    [SkippableFact]
    public void The_real_events_of_a_day_carry_no_odds_and_are_accepted() =>
        Run(File.ReadAllText(SharedData.Require("payloads/odds_api/historical_events_2024-01-25.json"))).State.ShouldBe(RunState.NoData);

    [SkippableFact]
    public void The_real_snapshot_has_other_markets_only_and_gives_no_row() =>
        Run(File.ReadAllText(SharedData.Require("payloads/odds_api/historical_game_lines.json"))).Rows.ShouldBeEmpty();

    [SkippableFact]
    public void The_real_snapshot_after_tip_off_gives_quotes_that_are_not_pregame()
    {
        // The same payload with its totals as points lines: all that differs is the market's key and a player's name.
        var payload = File.ReadAllText(SharedData.Require("payloads/odds_api/historical_game_lines.json"))
            .Replace("\"key\":\"totals\"", "\"key\":\"player_points\"", StringComparison.Ordinal)
            .Replace("\"name\":\"Over\"", "\"name\":\"Over\",\"description\":\"Stephen Curry\"", StringComparison.Ordinal)
            .Replace("\"name\":\"Under\"", "\"name\":\"Under\",\"description\":\"Stephen Curry\"", StringComparison.Ordinal)
            .Replace("248.5", "28.5", StringComparison.Ordinal)
            .Replace("247.5", "27.5", StringComparison.Ordinal);
        var rows = Run(payload).Rows;
        rows.Select(row => (row.Bookmaker, row.PointsLine.Value, row.OverPrice!.Value.Value, row.UnderPrice!.Value.Value)).ShouldBe([("draftkings", 28.5m, -115, -115), ("fanduel", 27.5m, -115, -114)]);
        rows.ShouldAllBe(row => !row.CapturedBeforeTipOff && row.MinutesBeforeTipOff == -56 && !row.SnapshotAssumed);
        rows.ShouldAllBe(row => row.SnapshotAt == new DateTimeOffset(2024, 1, 25, 3, 55, 40, TimeSpan.Zero) && row.AsOf == Date.At(10));
        rows[0].BookmakerLastUpdate.ShouldBe(new DateTimeOffset(2024, 1, 25, 3, 55, 22, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("1.91", -110)]
    [InlineData("1.83", -120)]
    [InlineData("1.88", -114)]
    [InlineData("2.05", 105)]
    [InlineData("2.0", 100)]
    [InlineData("-105", -105)]
    [InlineData("+130", 130)]
    public void Prices_are_read_in_either_form(string price, int american) =>
        Run(Event(Over("20.5", price.TrimStart('+')))).Rows.Single().OverPrice.ShouldBe(new AmericanOdds(american));

    [Fact]
    public void Alternate_lines_never_mix_their_prices()
    {
        var rows = Run(Event(Over("20.5", "-110"), Over("22.5", "130"), Under("22.5", "-160"), Under("20.5", "-110"))).Rows;
        rows.Select(row => (row.PointsLine.Value, row.OverPrice!.Value.Value, row.UnderPrice!.Value.Value)).ShouldBe([(20.5m, -110, -110), (22.5m, 130, -160)]);
    }

    [Fact]
    public void A_side_that_is_not_offered_is_missing()
    {
        var row = Run(Event(Over("20.5", "-110"))).Rows.Single();
        (row.UnderPrice, row.UnderPriceDecimal).ShouldBe((null, null));
        row.OverPriceDecimal!.Value.ShouldBe(1.9090909, 0.000001);
    }

    [Fact]
    public void Captures_accumulate_and_each_says_when_it_was_seen()
    {
        var inputs = new FakeInputs().With([Game()])
            .WithCapture(Scraper, Date.At(10), Encoding.UTF8.GetBytes(Event(Over("20.5", "-110"))))
            .WithCapture(Scraper, Date.At(21, 30), Encoding.UTF8.GetBytes(Event(Over("20.5", "-110"))));
        var rows = Processor.Compute(inputs, Runs.Of(Date)).Rows;
        rows.Select(row => (row.SnapshotAt, row.MinutesBeforeTipOff, row.CapturedBeforeTipOff)).ShouldBe([(Date.At(10), 720, true), (Date.At(21, 30), 30, true)]);
    }

    // The cut-off's scraper was down and came through an hour into the game: the moment it speaks for does not make its quotes earlier.
    [Fact]
    public void A_quote_that_was_fetched_after_tip_off_is_not_pregame_whatever_moment_it_was_fetched_for()
    {
        var payload = Event(Over("20.5", "-110")).Replace("\"last_update\":\"2024-01-24T14:00:00Z\",", string.Empty, StringComparison.Ordinal);
        var inputs = new FakeInputs().With([Game()]).WithCapture(Scraper, Date.At(23), Encoding.UTF8.GetBytes(payload), asOf: Date.At(21, 30));
        var row = Processor.Compute(inputs, Runs.Of(Date)).Rows.Single();
        (row.SnapshotAt, row.AsOf, row.CapturedBeforeTipOff).ShouldBe((Date.At(23), Date.At(21, 30), false));
    }

    [Fact]
    public void A_quote_that_the_book_changed_after_tip_off_is_not_pregame_whenever_it_was_captured() =>
        Run(Event(Over("20.5", "-110")).Replace("2024-01-24T14:00:00Z", "2024-01-25T03:05:00Z", StringComparison.Ordinal)).Rows.Single().CapturedBeforeTipOff.ShouldBeFalse();

    [Fact]
    public void Without_an_update_time_the_minute_is_unknown()
    {
        var row = Run(Event(Over("20.5", "-110")).Replace("\"last_update\":\"2024-01-24T14:00:00Z\",", string.Empty, StringComparison.Ordinal)).Rows.Single();
        (row.SnapshotAssumed, row.MinutesBeforeTipOff, row.BookmakerLastUpdate, row.CapturedBeforeTipOff).ShouldBe((true, null, null, true));
    }

    [Fact]
    public void A_start_that_nobody_states_counts_as_noon()
    {
        var payload = Event(Over("20.5", "-110")).Replace("2024-01-25T03:00:00Z", "2024-01-24T05:00:00Z", StringComparison.Ordinal);
        var game = Game() with { TipOff = Date.At(12), TipOffAssumed = true };
        var rows = Processor.Compute(new FakeInputs().With([game]).WithCapture(Scraper, Date.At(11), Encoding.UTF8.GetBytes(payload)).WithCapture(Scraper, Date.At(13), Encoding.UTF8.GetBytes(payload)), Runs.Of(Date)).Rows;
        rows.Select(row => (row.CommenceTime, row.MinutesBeforeTipOff, row.CapturedBeforeTipOff)).ShouldBe([(null, null, true), (null, null, false)]);
    }

    [Fact]
    public void An_event_without_a_game_on_the_date_degrades_it_and_is_named()
    {
        var run = Run(Event(Over("20.5", "-110")).Replace("Atlanta Hawks", "Atlanta Crackers", StringComparison.Ordinal));
        (run.State, run.Reason).ShouldBe((RunState.Degraded, "0 lines of 0 games; 1 events match no game on 2024-01-24: Atlanta Crackers @ Golden State Warriors (cd0b)"));
    }

    [Theory]
    [InlineData("20.25", "-110")]
    [InlineData("20.5", "-100.5")]
    [InlineData("20.5", "0.5")]
    [InlineData("20.5", "45.5e9")]
    public void A_quote_that_cannot_be_is_left_out_and_named(string point, string price)
    {
        var run = Run(Event(Over("18.5", "-110"), Over(point, price)));
        run.Rows.Single().PointsLine.Value.ShouldBe(18.5m);
        run.State.ShouldBe(RunState.Degraded);
        run.Reason.ShouldStartWith("1 lines of 1 games; 1 quotes left out: draftkings 'Stephen Curry': {");
    }

    [Fact]
    public void Two_prices_for_one_side_are_no_price()
    {
        var run = Run(Event(Over("20.5", "-110"), Over("20.5", "-115")));
        (run.Rows.Count, run.Reason).ShouldBe((0, "0 lines of 0 games; 1 quotes left out: draftkings 'Stephen Curry' 20.5: two prices for one side"));
    }

    [Theory]
    [InlineData("""{"message":"Unknown event"}""", "is neither a list of events nor an event with bookmakers")]
    [InlineData("""{"id":"cd0b","bookmakers":[]}""", "the payload has no home_team; it has id, bookmakers")]
    [InlineData("""{"id":"cd0b","home_team":"Gold""", "from byte 30 of 30 on")]
    public void What_is_no_event_is_refused(string payload, string says) =>
        Should.Throw<PermanentException>(() => Run(payload)).Message.ShouldContain(says);

    [Fact]
    public void No_capture_is_no_data() =>
        Processor.Compute(new FakeInputs().With([Game()]).WithoutCaptures(Scraper), Runs.Of(Date)).State.ShouldBe(RunState.NoData);

    private static Computation<OddsApiPlayerPointsPropsRow> Run(string payload) =>
        Processor.Compute(new FakeInputs().With([Game()]).WithCapture(Scraper, Date.At(10), Encoding.UTF8.GetBytes(payload)), Runs.Of(Date));

    private static string Over(string point, string price) => $$"""{"name":"Over","description":"Stephen Curry","price":{{price}},"point":{{point}}}""";

    private static string Under(string point, string price) => $$"""{"name":"Under","description":"Stephen Curry","price":{{price}},"point":{{point}}}""";

    private static string Event(params string[] outcomes) =>
        """{"id":"cd0b","sport_key":"basketball_nba","commence_time":"2024-01-25T03:00:00Z","home_team":"Golden State Warriors","away_team":"Atlanta Hawks","bookmakers":[{"key":"draftkings","title":"DraftKings","markets":[{"key":"player_points","last_update":"2024-01-24T14:00:00Z","outcomes":["""
        + string.Join(',', outcomes) + "]}]}]}";
}
