using NbaProps.Simulator.Books;
using NbaProps.RawProcessors.Odds;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;
using NbaProps.Simulator.Serving.OddsApi;
using NbaProps.Tests.Simulator.Serving;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>A book whose clock is fast before the start, and that goes on to quote the game while it is played.</summary>
public sealed class LateQuoteTests
{
    private const int Book = 1;

    private static readonly SimulatedGame Game = Leagues.Pocket(1).Games[8];
    private static readonly DateTimeOffset Start = Game.Scheduled.TipOff;

    [Fact]
    public async Task The_Odds_API_states_times_after_the_start_of_that_book_only()
    {
        await using var served = await Served.Of(Late(Feeds.PlayerPoints));
        var address = $"/v4/sports/basketball_nba/events/{OddsApiWriter.IdOf(Game, 1)}/odds?dateFormat=iso&markets=player_points&regions=us&oddsFormat=american";
        served.MoveTo(Start.AddHours(-3));
        (await served.Rows<OddsQuoteLine>("odds_api", address)).ShouldAllBe(line => line.LastUpdate < Start);
        served.MoveTo(Start.AddMinutes(-30));
        var before = await served.Rows<OddsQuoteLine>("odds_api", address);
        before.ShouldContain(line => line.LastUpdate > Start);
        before.ShouldAllBe(line => line.LastUpdate > Start == (line.Bookmaker == Bookmaker.All[Book].Key));
        served.MoveTo(Start.AddMinutes(20));
        var during = await served.Rows<OddsQuoteLine>("odds_api", address);
        during.ShouldNotBeEmpty();
        during.ShouldAllBe(line => line.Bookmaker == Bookmaker.All[Book].Key && line.LastUpdate > Start && line.LastUpdate <= served.Now());
    }

    [Fact]
    public async Task BettingPros_goes_on_to_offer_what_the_book_has()
    {
        await using var served = await Served.Of(Late(Feeds.BettingPros));
        var address = $"/v3/offers?sport=NBA&market_id=156&event_id={SourceNumbers.BettingPros.TextOf(Game.Scheduled.Id)}&limit=100&page=1";
        served.MoveTo(Start.AddMinutes(20));
        var lines = await served.Rows<BettingProsOfferLine>("bettingpros", address);
        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(line => line.Updated > Start);
        served.MoveTo(Game.Ended);
        (await served.Rows<BettingProsOfferLine>("bettingpros", address)).ShouldBeEmpty();
    }

    private static SimulatedSeason Late(Feed feed) => Upheavals.Pocket(Upheavals.Of(FaultKind.LateQuote, Game, Start.AddHours(-2), number: Book, feed) with { Until = Game.Ended });
}
