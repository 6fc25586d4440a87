using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Odds;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;
using static NbaProps.Tests.RawProcessors.Odds.OddsApiFormatsTests;
using static NbaProps.Tests.RawProcessors.Odds.OddsGames;

namespace NbaProps.Tests.RawProcessors.Odds;

public sealed class GameLinesTests
{
    private static readonly string Scraper = ScrapersPhase.GameLines.Name;

    private static readonly string Whole = Event(
        Market("h2h", """{"name":"Golden State Warriors","price":-150}""", """{"name":"Atlanta Hawks","price":130}"""),
        Market("spreads", """{"name":"Golden State Warriors","price":-110,"point":-3.5}""", """{"name":"Atlanta Hawks","price":-105,"point":3.5}"""),
        Market("totals", """{"name":"Over","price":-110,"point":240.5}""", """{"name":"Under","price":-112,"point":240.5}"""),
        Market("player_points", """{"name":"Over","description":"Stephen Curry","price":-115,"point":27.5}"""));

    // It was captured 35 minutes into the game: never may a line of it pass for one from before.
    [SkippableFact]
    public void The_real_snapshot_after_tip_off_gives_no_line_from_before_the_game()
    {
        var payload = Encoding.UTF8.GetString(Parsing.Bytes("payloads/odds_api/historical_game_lines.json"));
        foreach (var captured in new[] { Date.At(10), Date.At(23) })
        {
            var (rows, missing) = Rows([Capture(payload, captured)], [Game()], Date);
            missing.ShouldBeNull();
            rows.Count.ShouldBe(8);
            rows.ShouldObeyTheirTable();
            rows.ShouldAllBe(row => !row.CapturedBeforeTipOff && row.MinutesBeforeTipOff == -56 && row.SnapshotAt == new DateTimeOffset(2024, 1, 25, 3, 55, 40, TimeSpan.Zero));
            rows.Select(row => (row.Bookmaker, row.Market, row.Outcome, row.Point, row.PriceDecimal)).ShouldBe(
            [
                ("draftkings", "spreads", "away", 6.5, 1.91), ("draftkings", "spreads", "home", -6.5, 1.83), ("draftkings", "totals", "over", 248.5, 1.87), ("draftkings", "totals", "under", 248.5, 1.87),
                ("fanduel", "spreads", "away", 7.5, 1.88), ("fanduel", "spreads", "home", -7.5, 1.88), ("fanduel", "totals", "over", 247.5, 1.87), ("fanduel", "totals", "under", 247.5, 1.88),
            ]);
        }
    }

    [Fact]
    [Trait("Incident", "I-17")]
    public void Each_outcome_is_a_row_and_the_winner_has_no_points()
    {
        var (rows, missing) = Rows([Capture(Whole, Date.At(21, 30))], [Game()], Date);
        missing.ShouldBeNull();
        rows.ShouldObeyTheirTable();
        rows.Select(row => (row.Market, row.Outcome, row.Point, row.Price.Value)).ShouldBe(
        [
            ("h2h", "away", 0.0, 130), ("h2h", "home", 0.0, -150), ("spreads", "away", 3.5, -105), ("spreads", "home", -3.5, -110), ("totals", "over", 240.5, -110), ("totals", "under", 240.5, -112),
        ]);
        rows.ShouldAllBe(row => row.CapturedBeforeTipOff && row.MinutesBeforeTipOff == 30 && !row.SnapshotAssumed && row.Source == "odds_api" && row.EventId == "e1");
    }

    [Fact]
    public void Captures_accumulate_and_lists_of_events_carry_none() => Rows(
        [Capture("[]", Date.At(9)), Capture(Whole, Date.At(10)), Capture(Whole, Date.At(23), asOf: Date.At(21, 30))], [Game()], Date).Rows
        .GroupBy(row => row.SnapshotAt).Select(seen => (seen.Key, seen.Count(), seen.All(row => row.CapturedBeforeTipOff))).ShouldBe([(Date.At(10), 6, true), (Date.At(23), 6, false)]);

    [Fact]
    public void The_same_snapshot_seen_again_adds_nothing()
    {
        var snapshot = $$"""{"timestamp":"2024-01-24T20:00:00Z","data":{{Whole}}}""";
        var rows = Rows([Capture(snapshot, Date.At(16)), Capture(snapshot, Date.At(17))], [Game()], Date).Rows;
        (rows.Count, rows[0].AsOf).ShouldBe((6, Date.At(16)));
    }

    [Fact]
    public void A_line_that_the_book_changed_after_tip_off_is_not_from_before_it() =>
        Rows([Capture(Whole.Replace("2024-01-24T14:00:00Z", "2024-01-25T03:05:00Z", StringComparison.Ordinal), Date.At(10))], [Game()], Date).Rows.ShouldAllBe(row => !row.CapturedBeforeTipOff);

    [Fact]
    public void Without_an_update_time_the_minute_is_unknown() =>
        Rows([Capture(Whole.Replace("\"last_update\":\"2024-01-24T14:00:00Z\",", string.Empty, StringComparison.Ordinal), Date.At(10))], [Game()], Date).Rows
            .ShouldAllBe(row => row.SnapshotAssumed && row.MinutesBeforeTipOff == null && row.BookmakerLastUpdate == null && row.CapturedBeforeTipOff);

    [Theory]
    [InlineData("Atlanta Hawks", "Atlanta Crackers", "1 events match no game on 2024-01-24: Atlanta Crackers @ Golden State Warriors (e1)")]
    [InlineData("2024-01-25T03:00:00Z", "2024-01-26T03:00:00Z", "1 events match no game on 2024-01-24: Atlanta Hawks @ Golden State Warriors (e1)")]
    [InlineData("240.5", "240.3", "2 quotes left out: draftkings totals 'Over': {\"name\":\"Over\",\"price\":-110,\"point\":240.3}, draftkings totals 'Under': {\"name\":\"Under\",\"price\":-112,\"point\":240.3}")]
    public void What_is_missing_is_named(string what, string instead, string missing) =>
        Rows([Capture(Whole.Replace(what, instead, StringComparison.Ordinal), Date.At(10))], [Game()], Date).Missing.ShouldBe(missing);

    [Fact]
    public void A_quote_from_months_away_is_left_out()
    {
        var (rows, missing) = Rows([Capture(Whole, Date.AddDays(400).At(10))], [Game()], Date);
        (rows.Count, missing).ShouldBe((0, "1 quotes left out: all of Atlanta Hawks @ Golden State Warriors (e1): seen months from its start"));
    }

    [Fact]
    public void An_error_is_refused() => Should.Throw<PermanentException>(() => Rows([Capture("""{"message":"no","error_code":"X"}""", Date.At(10))], [Game()], Date)).Message.ShouldContain("The Odds API's error X: no");

    [Fact]
    public void Whatever_number_stands_there_the_rows_obey_their_table()
    {
        string[] instead = ["0", "-0.0", "1", "1.001", "99", "100", "-100", "-100.25", "1001", "100000", "-100001", "1e9", "240.25", "500", "500.25"];
        foreach (var what in new[] { "-150", "-105", "-3.5", "240.5", "130" })
        {
            foreach (var number in instead)
            {
                Rows([Capture(Whole.Replace(what, number, StringComparison.Ordinal), Date.At(10))], [Game()], Date).Rows.ShouldObeyTheirTable();
            }
        }
    }

    [Fact]
    public void The_processor_says_what_it_read()
    {
        var processor = new GameLinesProcessor();
        var inputs = new FakeInputs().With([Game()]);
        processor.Compute(inputs.WithoutCaptures(Scraper), Runs.Of(Date)).State.ShouldBe(RunState.NoData);
        var run = processor.Compute(inputs.WithCapture(Scraper, Date.At(10), Encoding.UTF8.GetBytes(Whole)), Runs.Of(Date));
        (run.Rows.Count, run.Reason).ShouldBe((6, "6 quotes of 1 games"));
        run = processor.Compute(inputs.WithCapture(Scraper, Date.At(11), Encoding.UTF8.GetBytes(Whole.Replace("240.5", "1", StringComparison.Ordinal).Replace("Hawks", "Crackers", StringComparison.Ordinal))), Runs.Of(Date));
        (run.State, run.Reason).ShouldBe((RunState.Degraded, "6 quotes of 1 games; 1 events match no game on 2024-01-24: Atlanta Crackers @ Golden State Warriors (e1)"));
    }

    [Fact]
    public void A_payload_that_cannot_be_read_is_named_and_takes_no_other_with_it_and_alone_it_fails_the_run()
    {
        var inputs = new FakeInputs().With([Game()]).WithCapture(Scraper, Date.At(10), Encoding.UTF8.GetBytes(Whole)).WithCapture(Scraper, Date.At(11), Encoding.UTF8.GetBytes("<html>"));
        var run = new GameLinesProcessor().Compute(inputs, Runs.Of(Date));
        (run.State, run.Rows.Count).ShouldBe((RunState.Degraded, 6));
        run.Reason.ShouldStartWith("6 quotes of 1 games; odds_api_spreads_totals/");
        run.Reason.ShouldEndWith(": is a page of HTML or XML; accepted is JSON");
        Should.Throw<PermanentException>(() => new GameLinesProcessor().Compute(
            new FakeInputs().With([Game()]).WithCapture(Scraper, Date.At(11), Encoding.UTF8.GetBytes("<html>")), Runs.Of(Date)));
    }

    [Fact]
    public void Of_a_payload_that_is_damaged_at_its_end_nothing_counts()
    {
        var damaged = Whole.Replace("\"name\":\"Under\"", "\"name\":\"Sideways\"", StringComparison.Ordinal);
        var reader = new PayloadReader();
        var (rows, missing) = GameLines.Rows([Capture(Whole, Date.At(10)), Capture(damaged, Date.At(11))], [Game()], Date, reader);
        rows.ShouldAllBe(row => row.SnapshotAt == Date.At(10));
        (rows.Count, missing, reader.Findings.Count).ShouldBe((6, null, 1));
    }

    private static (IReadOnlyList<OddsApiGameLineRow> Rows, string? Missing) Rows(IReadOnlyList<CapturedPayload> captures, IReadOnlyList<NbacScheduleRow> schedule, GameDate date)
    {
        var reader = new PayloadReader();
        var result = GameLines.Rows(captures, schedule, date, reader);
        reader.ThrowIfAllWereRefused();
        return result;
    }
}
