using NbaProps.Domain.Players;
using NbaProps.RawProcessors.Odds;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Serving;
using NbaProps.Simulator.Serving.OddsApi;
using NbaProps.Tests.Simulator.Serving;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>A source that spells a name wrong.</summary>
public sealed class MisspeltNameTests
{
    [Fact]
    public void Whatever_the_way_it_is_another_name_and_nobody_elses()
    {
        var league = Leagues.Full.League;
        var names = league.Players.Values.Select(player => player.NameKey).ToHashSet();
        foreach (var (player, number) in league.Players.Values.Select((player, place) => (player, place)))
        {
            var wrong = Misspelling.Of(player, league, number);
            wrong.Id.ShouldBe(player.Id);
            wrong.FullName.ShouldNotBe(player.FullName);
            (wrong.NameKey != player.NameKey && names.Contains(wrong.NameKey)).ShouldBeFalse(wrong.FullName);
            Misspelling.Of(player, league, number).ShouldBe(wrong);
        }
    }

    [Fact]
    public async Task One_book_of_The_Odds_API_has_it_wrong_and_BettingPros_in_its_own_faults_only()
    {
        var game = Leagues.Pocket(1).Games[8];
        var at = game.Scheduled.TipOff.AddMinutes(-30);
        var quote = new PropBoard(Leagues.Pocket(1)).Of(game, at).First(quote => quote.IsMain && quote.Book == Bookmaker.All[0]);
        var fault = Upheavals.Of(FaultKind.MisspeltName, game, DateTimeOffset.MinValue, number: 0, Feeds.PlayerPoints) with { Player = quote.Player.Id };
        await using var served = await Served.Of(Upheavals.Pocket(fault));
        await using var listed = await Served.Of(Upheavals.Pocket(fault with { Feed = Feeds.BettingPros.Name }));
        var odds = $"/v4/sports/basketball_nba/events/{OddsApiWriter.IdOf(game, 1)}/odds?dateFormat=iso&markets=player_points&regions=us&oddsFormat=american";
        var offers = $"/v3/offers?sport=NBA&market_id=156&event_id={SourceNumbers.BettingPros.TextOf(game.Scheduled.Id)}&limit=100&page=1";
        served.MoveTo(at);
        listed.MoveTo(at);
        var wrong = Misspelling.Of(quote.Player, served.Season.League, 0).NameKey;
        (await Names(served, odds)).Where(name => name.Key == wrong).Select(name => name.Book).Distinct().ShouldBe([Bookmaker.All[0].Key]);
        (await Names(served, odds)).ShouldContain(name => name.Key == quote.Player.NameKey);
        (await Names(listed, odds)).ShouldNotContain(name => name.Key == wrong);
        (await Listed(served, offers)).ShouldNotContain(wrong);
        (await Listed(listed, offers)).ShouldContain(wrong);
        (await Listed(listed, offers)).ShouldNotContain(quote.Player.NameKey);
    }

    private static async Task<(NameKey? Key, string Book)[]> Names(Served served, string address) => [.. (await served.Rows<OddsQuoteLine>("odds_api", address)).Select(line => (line.NameKey, line.Bookmaker))];

    private static async Task<NameKey[]> Listed(Served served, string address) => [.. (await served.Rows<BettingProsOfferLine>("bettingpros", address)).Select(line => line.NameKey)];
}
