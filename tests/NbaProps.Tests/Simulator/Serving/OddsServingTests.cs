using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Odds;
using NbaProps.Scrapers.Odds;
using NbaProps.Scrapers;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving.OddsApi;

namespace NbaProps.Tests.Simulator.Serving;

/// <summary>Lines of the simulated league's books, as The Odds API and BettingPros list them.</summary>
public sealed class OddsServingTests
{
    private static readonly OddsApiOptions Us = new() { Regions = "us,us2" };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Lines_of_a_small_league_are_read_back_as_the_books_have_them(long seed)
    {
        var season = Leagues.Pocket(seed);
        await using var served = await Served.Of(season);
        foreach (var date in season.ByDate.Keys.Skip(2).Take(6))
        {
            await AreReadBack(served, date, new PropBoard(season), new GameBoard(season));
        }
    }

    [Fact]
    public async Task Lines_of_a_full_date_are_read_back_as_the_books_have_them()
    {
        await using var served = await Served.Of(Leagues.Full);
        await AreReadBack(served, Leagues.Full.Games[700].Scheduled.Date, new PropBoard(Leagues.Full), new GameBoard(Leagues.Full));
    }

    [Fact]
    public async Task Alternates_and_winners_are_served_to_who_asks_for_them()
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        var game = served.Season.Games[8];
        served.MoveTo(game.Scheduled.TipOff.AddMinutes(-30));
        var lines = await served.Rows<OddsQuoteLine>("odds_api", Odds(game, served) + "&markets=player_points_alternate,h2h&regions=us&oddsFormat=american");
        var alternates = new PropBoard(served.Season).Of(game, served.Now()).Where(quote => !quote.IsMain).ToArray();

        lines.Count(line => line.Market == "player_points_alternate").ShouldBe(alternates.Length + alternates.Count(quote => quote.Under is not null));
        lines.Where(line => line.Market == "h2h").Select(line => (line.Bookmaker, line.Outcome, line.Price)).ShouldBe(
            new GameBoard(served.Season).Of(game, served.Now()).Where(line => line.Book.Key != "espnbet").SelectMany(line => new[] { (line.Book.Key, "home", line.HomeWinPrice), (line.Book.Key, "away", line.AwayWinPrice) }));
    }

    [Fact]
    public async Task Nothing_is_offered_before_the_books_open_or_once_the_game_is_on_and_nothing_is_newer_than_now()
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        var game = served.Season.Games[8];
        var address = Odds(game, served) + "&markets=player_points,spreads&regions=us&oddsFormat=american";
        foreach (var closed in new[] { game.Scheduled.Date.AddDays(-1).At(20).AddTicks(-1), game.Scheduled.TipOff })
        {
            served.MoveTo(closed);
            (await served.Rows<OddsQuoteLine>("odds_api", address)).ShouldBeEmpty();
            (await BettingPros(served, game.Scheduled.Date)).Where(line => line.EventId == NbaProps.Simulator.Serving.SourceNumbers.BettingPros.TextOf(game.Scheduled.Id)).ShouldBeEmpty();
        }

        foreach (var moment in new[] { game.Scheduled.Date.AddDays(-1).At(20), game.Scheduled.Date.At(8, 40), game.Scheduled.TipOff.AddMinutes(-40), game.Scheduled.TipOff.AddTicks(-1) })
        {
            served.MoveTo(moment);
            var lines = await served.Rows<OddsQuoteLine>("odds_api", address);
            lines.ShouldNotBeEmpty();
            lines.ShouldAllBe(line => line.LastUpdate <= moment && line.LastUpdate > moment.AddDays(-1));
            (await BettingPros(served, game.Scheduled.Date)).ShouldAllBe(line => line.Updated <= moment);
        }

        served.MoveTo(game.Ended);
        (await served.Status(address + "&apiKey=k")).ShouldBe(404);
    }

    [Fact]
    public async Task Lists_of_events_cost_nothing_and_odds_a_credit_for_each_market_in_each_region()
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        var game = served.Season.Games[8];
        served.MoveTo(game.Scheduled.TipOff.AddMinutes(-30));
        (await Quota(served, "/v4/sports/basketball_nba/events?apiKey=k")).ShouldBe(("5000000", "0", "0"));
        (await Quota(served, Odds(game, served) + "&markets=spreads,totals&regions=us&apiKey=k")).ShouldBe(("4999998", "2", "2"));
        (await Quota(served, Odds(game, served) + "&markets=player_points&regions=us,us2&apiKey=k")).ShouldBe(("4999996", "4", "2"));
        (await Quota(served, Odds(game, served) + "&markets=player_points,spreads&bookmakers=draftkings,fanduel&apiKey=k")).ShouldBe(("4999994", "6", "2"));

        // A market in which nothing came back is not paid for.
        served.MoveTo(game.Scheduled.Date.AddDays(-1).At(12));
        (await Quota(served, Odds(game, served) + "&markets=player_points&regions=us&apiKey=k")).ShouldBe(("4999994", "6", "0"));
    }

    [Fact]
    public void A_month_begins_with_all_its_credits_and_ends_without_any()
    {
        var quota = new OddsApiQuota(3);
        var headers = new Microsoft.AspNetCore.Http.HeaderDictionary();
        var november = new DateTimeOffset(2025, 11, 30, 23, 0, 0, TimeSpan.Zero);
        quota.Take(november, 3, headers);
        (headers["x-requests-remaining"].ToString(), quota.HasCredits(november), quota.HasCredits(november.AddHours(1))).ShouldBe(("0", false, true));
    }

    [Theory]
    [InlineData("/v4/sports/basketball_nba/events", 401, "MISSING_KEY")]
    [InlineData("/v4/sports/curling/events?apiKey=k", 404, "UNKNOWN_SPORT")]
    [InlineData("/v4/sports/basketball_nba/events?apiKey=k&commenceTimeFrom=now", 422, "INVALID_COMMENCE_TIME")]
    [InlineData("/v4/sports/basketball_nba/events/aa/odds?apiKey=k&regions=us", 404, "EVENT_NOT_FOUND")]
    [InlineData("/v4/sports/basketball_nba/events/aa/odds?apiKey=k", 422, "MISSING_REGION")]
    [InlineData("/v4/sports/basketball_nba/events/aa/odds?apiKey=k&regions=mars", 422, "INVALID_REGION")]
    [InlineData("/v4/sports/basketball_nba/events/aa/odds?apiKey=k&regions=us&markets=player_luck", 422, "INVALID_MARKET")]
    [InlineData("/v4/sports/basketball_nba/events/aa/odds?apiKey=k&regions=us&oddsFormat=roman", 422, "INVALID_ODDS_FORMAT")]
    [InlineData("/v3/events?sport=NBA&date=tomorrow", 400, "required")]
    [InlineData("/v3/offers?sport=NBA&market_id=156&page=0", 400, "must be valid")]
    public async Task What_is_asked_wrongly_is_refused_in_the_upstreams_words(string address, int status, string words)
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        using var client = new HttpClient { BaseAddress = served.BaseAddress };
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        ((int)response.StatusCode, (await response.Content.ReadAsStringAsync()).Contains(words, StringComparison.Ordinal)).ShouldBe((status, true));
    }

    private static async Task AreReadBack(Served served, GameDate date, PropBoard props, GameBoard board)
    {
        served.MoveTo(date.At(11, 30));
        var games = served.Season.ByDate[date];
        var points = await Quotes(served, OddsApiScraper.PlayerPoints(Us), date);
        points.Select(Facts).Order(StringComparer.Ordinal).ShouldBe(games.SelectMany(game => props.Of(game, served.Now()).Where(quote => quote.IsMain).SelectMany(quote => Facts(quote, game))).Order(StringComparer.Ordinal));
        var lines = await Quotes(served, OddsApiScraper.GameLines(Us), date);
        lines.Select(Facts).Order(StringComparer.Ordinal).ShouldBe(games.SelectMany(game => board.Of(game, served.Now()).SelectMany(line => Facts(line, game))).Order(StringComparer.Ordinal));
        (await BettingPros(served, date)).Select(Facts).Order(StringComparer.Ordinal).ShouldBe(
            games.SelectMany(game => props.Of(game, served.Now()).Where(quote => quote.Book.BettingProsId is not null).SelectMany(quote => ListedFacts(quote, game))).Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyList<OddsQuoteLine>> Quotes(Served served, OddsApiScraper scraper, GameDate date)
    {
        var scrape = await served.Scrape(scraper, date);
        (scrape.State, scrape.Payloads.Count).ShouldBe((RunState.Succeeded, served.Season.ByDate[date].Count + 1));
        return [.. scrape.Payloads.Skip(1).SelectMany(fetched => Read(served, "odds_api", fetched)).Cast<OddsQuoteLine>()];
    }

    private static async Task<IReadOnlyList<BettingProsOfferLine>> BettingPros(Served served, GameDate date)
    {
        var scrape = await served.Scrape(new BettingProsScraper(), date);
        scrape.State.ShouldBe(RunState.Succeeded);
        var events = Read(served, "bettingpros", scrape.Payloads[0]).Cast<BettingProsEventLine>().ToArray();
        events.Select(one => (one.HomeTeam, one.AwayTeam, one.CommenceTime, one.Season)).ShouldBe(
            served.Season.ByDate[date].Select(game => (game.Scheduled.Home, game.Scheduled.Away, (DateTimeOffset?)game.Scheduled.TipOff, game.Scheduled.Id.Season)));
        return [.. scrape.Payloads.Skip(1).SelectMany(fetched => Read(served, "bettingpros", fetched)).Cast<BettingProsOfferLine>()];
    }

    private static IReadOnlyList<object> Read(Served served, string source, FetchedPayload fetched)
    {
        using var payload = new RawPayload("served", fetched.Bytes);
        return PayloadCatalog.FormatOf(source, payload).Read(payload, served.Now()).Rows;
    }

    private static async Task<(string Remaining, string Used, string Last)> Quota(Served served, string address)
    {
        using var client = new HttpClient { BaseAddress = served.BaseAddress };
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        string Of(string name) => response.Headers.GetValues(name).Single();
        return (Of("x-requests-remaining"), Of("x-requests-used"), Of("x-requests-last"));
    }

    private static string Odds(SimulatedGame game, Served served) => $"/v4/sports/basketball_nba/events/{OddsApiWriter.IdOf(game, served.Season.League.Seed)}/odds?dateFormat=iso";

    private static string Facts(OddsQuoteLine line) =>
        FormattableString.Invariant($"{line.HomeTeam} {line.AwayTeam} {line.CommenceTime:u} {line.Market} {line.Bookmaker} {line.NameKey} {line.Outcome} {line.Point:0.0} {line.Price}");

    private static IEnumerable<string> Facts(Quote quote, SimulatedGame game)
    {
        var start = Start(game, "player_points", quote.Book);
        yield return FormattableString.Invariant($"{start} {quote.Player.NameKey} over {quote.Line.Value:0.0} {quote.Over}");
        if (quote.Under is { } under)
        {
            yield return FormattableString.Invariant($"{start} {quote.Player.NameKey} under {quote.Line.Value:0.0} {under}");
        }
    }

    private static IEnumerable<string> Facts(GameQuote line, SimulatedGame game) =>
    [
        FormattableString.Invariant($"{Start(game, "spreads", line.Book)}  home {line.HomeSpread:0.0} {line.HomeSpreadPrice}"),
        FormattableString.Invariant($"{Start(game, "spreads", line.Book)}  away {-line.HomeSpread:0.0} {line.AwaySpreadPrice}"),
        FormattableString.Invariant($"{Start(game, "totals", line.Book)}  over {line.Total:0.0} {line.OverPrice}"),
        FormattableString.Invariant($"{Start(game, "totals", line.Book)}  under {line.Total:0.0} {line.UnderPrice}"),
    ];

    private static string Start(SimulatedGame game, string market, Bookmaker book) => FormattableString.Invariant($"{game.Scheduled.Home} {game.Scheduled.Away} {game.Scheduled.TipOff.ToUniversalTime():u} {market} {book.Key}");

    private static string Facts(BettingProsOfferLine line) => FormattableString.Invariant($"{line.EventId} {line.NameKey} {line.Bookmaker} {line.Side} {line.Line} {line.Price} {line.Updated:u}");

    private static IEnumerable<string> ListedFacts(Quote quote, SimulatedGame game)
    {
        var book = quote.Book.Key is "williamhill_us" ? "caesars" : quote.Book.Key;
        var start = $"{NbaProps.Simulator.Serving.SourceNumbers.BettingPros.TextOf(game.Scheduled.Id)} {quote.Player.NameKey} {book}";
        yield return FormattableString.Invariant($"{start} Over {quote.Line} {quote.Over} {quote.Updated.ToUniversalTime():u}");
        if (quote.Under is { } under)
        {
            yield return FormattableString.Invariant($"{start} Under {quote.Line} {under} {quote.Updated.ToUniversalTime():u}");
        }
    }
}
