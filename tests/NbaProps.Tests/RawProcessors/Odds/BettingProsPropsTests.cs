using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Odds;
using NbaProps.Shared.Manifest.Raw;
using static NbaProps.Tests.RawProcessors.Odds.BettingProsTests;
using static NbaProps.Tests.RawProcessors.Odds.OddsGames;

namespace NbaProps.Tests.RawProcessors.Odds;

public sealed class BettingProsPropsTests
{
    private static readonly GameDate Evening = new(2021, 10, 21);
    private static readonly DateTimeOffset Tip = Evening.At(19, 30);
    private static readonly NbacScheduleRow Suns = OddsGames.Game(Evening, "PHX", "NOP", Tip);
    private static readonly string Both = Page(Offer(
        Selection("over", Book(12, Line(25.5, -115), Line(30.5, 210)), Book(10, Line(26.5, 105))), Selection("under", Book(12, Line(25.5, -105, "2021-10-21 19:00:00")))));

    [Fact]
    public void Both_sides_of_a_point_are_one_row_as_those_of_The_Odds_API_are()
    {
        var (rows, missing) = Rows(Both, Evening.At(18));
        missing.ShouldBeNull();
        rows.ShouldObeyTheirTable();
        rows.Select(row => (row.Bookmaker, row.PointsLine.Value, row.OverPrice?.Value, row.UnderPrice?.Value)).ShouldBe(
            [("draftkings", 25.5m, -115, -105), ("draftkings", 30.5m, 210, null), ("fanduel", 26.5m, 105, null)]);
        rows.ShouldAllBe(row => row.Source == "bettingpros" && row.Market == "player_points" && row.EventId == "20879" && row.GameId == Suns.GameId && row.CapturedBeforeTipOff && row.MinutesBeforeTipOff == 90);
        (rows[0].BookmakerLastUpdate, rows[1].BookmakerLastUpdate, rows[0].CommenceTime).ShouldBe((Evening.At(15), Evening.At(14), Tip));
        (rows[0].OverPriceDecimal!.Value, rows[0].UnderPriceDecimal!.Value).ShouldBe((1 + (100 / 115.0), 1 + (100 / 105.0)));
    }

    [Theory]
    [InlineData(19, 29, true)]
    [InlineData(19, 30, false)]
    [InlineData(22, 0, false)]
    public void Only_what_was_seen_before_tip_off_is_from_before_it(int hour, int minute, bool before) =>
        Rows(Both, Evening.At(hour, minute)).Rows.ShouldAllBe(row => row.CapturedBeforeTipOff == before);

    [Fact]
    public void A_side_that_changed_after_tip_off_makes_the_line_one_from_after_it() =>
        Rows(Both.Replace("2021-10-21 19:00:00", "2021-10-21 23:31:00", StringComparison.Ordinal), Evening.At(18)).Rows.Select(row => row.CapturedBeforeTipOff).ShouldBe([false, true, true]);

    [Fact]
    public void Without_the_time_of_a_side_the_minute_is_unknown()
    {
        var row = Rows(Both.Replace(",\"updated\":\"2021-10-21 19:00:00\"", string.Empty, StringComparison.Ordinal), Evening.At(18)).Rows[0];
        (row.SnapshotAssumed, row.BookmakerLastUpdate, row.MinutesBeforeTipOff, row.CapturedBeforeTipOff).ShouldBe((true, null, null, true));
    }

    [Theory]
    [InlineData("\"event_id\":20879", "\"event_id\":1", "1 events match no game on 2021-10-21: event 1, which is not listed")]
    [InlineData("25.5", "25.3", "2 quotes left out: offer o1 Over draftkings offers[0].selections[0].books[0].lines[0]: no points from 0.5 to 80 in steps of 0.5, offer o1 Under draftkings offers[0].selections[1].books[0].lines[0]: no points from 0.5 to 80 in steps of 0.5")]
    [InlineData("\"active\":true", "\"active\":false", null)]
    [InlineData("\"market_id\":156", "\"market_id\":157", null)]
    public void What_is_missing_is_named_and_what_is_not_offered_is_not_missing(string what, string instead, string? missing) =>
        Rows(Both.Replace(what, instead, StringComparison.Ordinal), Evening.At(18)).Missing.ShouldBe(missing);

    [Fact]
    public void The_same_teams_event_of_another_day_is_not_this_game()
    {
        var (rows, missing) = BettingProsProps.Rows([Capture(Events.Replace("10-21", "10-22", StringComparison.Ordinal), Evening.At(9)), Capture(Both, Evening.At(18))], [Suns], Evening, new PayloadReader());
        (rows.Count, missing).ShouldBe((0, "1 events match no game on 2021-10-21: NOP @ PHX on 2021-10-22 (20879)"));
    }

    // Past seasons can be asked for at any time; what is answered was not seen then.
    [Fact]
    public void Offers_that_are_fetched_years_later_are_left_out()
    {
        var (rows, missing) = Rows(Both, new GameDate(2025, 8, 12).At(12));
        (rows.Count, missing).ShouldBe((0, "1 quotes left out: all of NOP @ PHX on 2021-10-21 (20879): seen months from its start"));
    }

    private static (IReadOnlyList<OddsApiPlayerPointsPropsRow> Rows, string? Missing) Rows(string page, DateTimeOffset at) =>
        BettingProsProps.Rows([Capture(Events, Evening.At(9)), Capture(page, at)], [Suns], Evening, new PayloadReader());
}
