using System.Text.Json;
using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.BallDontLie;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.Scrapers.BallDontLie;
using NbaProps.Scrapers;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;

namespace NbaProps.Tests.Simulator.Serving;

/// <summary>balldontlie's games, box scores and injuries of the simulated league.</summary>
public sealed class BallDontLieServingTests
{
    private const string Source = "balldontlie";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Games_and_box_scores_of_a_small_league_are_read_back_as_it_was(long seed)
    {
        await using var served = await Served.Of(Leagues.Pocket(seed));
        foreach (var date in served.Season.ByDate.Keys)
        {
            await IsReadBack(served, date);
        }
    }

    [Fact]
    public async Task A_full_date_is_read_back_as_it_was()
    {
        await using var served = await Served.Of(Leagues.Full);
        await IsReadBack(served, Leagues.Full.Games[700].Scheduled.Date);
    }

    [Fact]
    public async Task The_games_of_a_season_come_page_after_page()
    {
        await using var served = await Served.Of(Leagues.Pocket(2));
        var found = new List<BallDontLieGame>();
        var cursor = string.Empty;
        do
        {
            var address = $"/v1/games?seasons[]=2025&per_page=10{cursor}";
            found.AddRange(await served.Rows<BallDontLieGame>(Source, address));
            using var json = JsonDocument.Parse((await served.Bytes(address)).ShouldNotBeNull());
            cursor = json.RootElement.GetProperty("meta").TryGetProperty("next_cursor", out var next) ? $"&cursor={next}" : string.Empty;
        }
        while (cursor.Length > 0);

        found.Select(game => (game.GameDate, game.Home, game.Away, game.TipOff, game.IsFinal, game.HomeScore, game.AwayScore)).ShouldBe(
            served.Season.Games.Select(game => (game.Scheduled.Date, game.Scheduled.Home, game.Scheduled.Away, (DateTimeOffset?)game.Scheduled.TipOff, true, (int?)game.Box.HomeScore, (int?)game.Box.AwayScore)),
            ignoreOrder: true);
        (await served.Rows<BallDontLieGame>(Source, $"/v1/games?dates[]={served.Season.Games[0].Scheduled.Date}")).Length.ShouldBe(2);
        (await served.Rows<BallDontLieGame>(Source, "/v1/games?seasons[]=2019")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_game_to_come_has_no_lines_and_a_live_one_no_result()
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        var game = served.Season.Games[6];
        var address = $"/v1/box_scores?date={game.Scheduled.Date}";
        served.MoveTo(game.Scheduled.TipOff.AddTicks(-1));
        (await served.Rows<BallDontLiePlayerLine>(Source, address)).Where(line => line.GameNumber == SourceNumbers.BallDontLie.Of(game.Scheduled.Id)).ShouldBeEmpty();

        served.MoveTo(game.Scheduled.TipOff.AddMinutes(65));
        var live = await served.Read(Source, address);
        var listed = live.Rows.OfType<BallDontLieGame>().Single(one => one.Home == game.Scheduled.Home);
        (listed.IsFinal, listed.HomeScore, listed.Status).ShouldBe((false, null, "Halftime"));
        live.Rows.OfType<BallDontLiePlayerLine>().Where(line => line.Team == game.Scheduled.Home).Sum(line => line.Points).ShouldBe(game.Box.HomePeriods.Take(2).Sum());
    }

    [Fact]
    public async Task Injuries_are_those_of_the_days_report_page_after_page()
    {
        await using var served = await Served.Of(Leagues.Full);
        var date = Leagues.Full.Games[700].Scheduled.Date;
        served.MoveTo(date.At(9));
        (await served.Scrape(new BallDontLieInjuriesScraper(), date)).State.ShouldBe(RunState.Succeeded);
        var injuries = await served.Rows<BallDontLieInjury>(Source, "/v1/player_injuries?per_page=100");
        var known = KnownInjuries.Of(new LeagueMoment(Leagues.Full, served.Now()));
        known.Count.ShouldBeGreaterThan(20);
        injuries.Select(line => (line.NameKey.ToString(), line.Status)).ShouldBe(known.Values.Take(100).Select(one => (one.Absence.Player.NameKey.ToString(), one.NewsStatus)), ignoreOrder: true);
        injuries.Length.ShouldBe(known.Count);

        var paged = new List<BallDontLieInjury>(await served.Rows<BallDontLieInjury>(Source, "/v1/player_injuries?per_page=10"));
        paged.Count.ShouldBe(10);
        paged.AddRange(await served.Rows<BallDontLieInjury>(Source, $"/v1/player_injuries?per_page=10&cursor={paged[^1].PlayerNumber}"));
        paged.ShouldBe(injuries.Take(20));
    }

    [Fact]
    public void Who_is_hurt_in_a_game_is_not_listed_before_the_next_mornings_report()
    {
        var season = Leagues.Full;
        var (game, absence) = season.Games.Skip(300).SelectMany(game => game.HomeAbsences.Select(absence => (game, absence)))
            .First(one => one.absence.Reason.StartsWith("Injury", StringComparison.Ordinal) && one.absence.Early is not null
                && !KnownInjuries.Of(new LeagueMoment(season, one.game.Scheduled.Date.At(5))).ContainsKey(one.absence.Player.Id));
        KnownInjuries.Of(new LeagueMoment(season, game.Scheduled.Date.At(6))).Keys.ShouldContain(absence.Player.Id);
    }

    [Theory]
    [InlineData("/v1/box_scores")]
    [InlineData("/v1/box_scores?date=yesterday")]
    [InlineData("/v1/games?dates[]=yesterday")]
    [InlineData("/v1/games?per_page=1000")]
    [InlineData("/v1/player_injuries?cursor=x")]
    public async Task What_is_asked_wrongly_is_a_bad_request(string address)
    {
        await using var served = await Served.Of(Leagues.Pocket(1));
        (await served.Status(address)).ShouldBe(400);
    }

    private static async Task IsReadBack(Served served, GameDate date)
    {
        (await served.Scrape(BallDontLiePages.BoxScores, date)).State.ShouldBe(RunState.Succeeded);
        var reading = await served.Read(Source, $"/v1/box_scores?date={date}");
        var games = served.Season.ByDate[date];
        reading.Rows.OfType<BallDontLieGame>().Select(game => (game.Home, game.Away, game.HomeScore, game.AwayScore)).ShouldBe(
            games.Select(game => (game.Scheduled.Home, game.Scheduled.Away, (int?)game.Box.HomeScore, (int?)game.Box.AwayScore)));

        // Who was on court for seconds and did nothing cannot be told from who was not.
        var lines = games.SelectMany(game => game.Box.Players.Where(line => line.Seconds >= 30 || (line.Seconds > 0 && HasDone(line))).Select(line => Facts(line, game)));
        reading.Rows.OfType<BallDontLiePlayerLine>().Select(Facts).Order(StringComparer.Ordinal).ShouldBe(lines.Order(StringComparer.Ordinal));
    }

    private static bool HasDone(PlayerCounts line) =>
        line.Points + line.FieldGoalsAttempted + line.FreeThrowsAttempted + line.Rebounds + line.Assists + line.Steals + line.Blocks + line.Turnovers + line.Fouls > 0 || line.PlusMinus != 0;

    private static string Facts(BallDontLiePlayerLine line) => FormattableString.Invariant(
        $"{line.NameKey} {line.Team} {line.Opponent} {line.IsHome} {line.Won} {line.Minutes} {line.FieldGoalsMade} {line.FieldGoalsAttempted} {line.ThreePointersMade} {line.ThreePointersAttempted} {line.FreeThrowsMade} {line.FreeThrowsAttempted} {line.OffensiveRebounds} {line.Rebounds} {line.Assists} {line.Steals} {line.Blocks} {line.Turnovers} {line.PersonalFouls} {line.PlusMinus} {line.Points}");

    private static string Facts(PlayerCounts line, SimulatedGame game) => FormattableString.Invariant(
        $"{line.Player.NameKey} {game.Plan.Of(line.Side).Team} {game.Plan.Of(line.Side.Other()).Team} {line.Side == Side.Home} {game.Box.Winner == line.Side} {(line.Seconds + 30) / 60} {line.FieldGoalsMade} {line.FieldGoalsAttempted} {line.ThreesMade} {line.ThreesAttempted} {line.FreeThrowsMade} {line.FreeThrowsAttempted} {line.OffensiveRebounds} {line.Rebounds} {line.Assists} {line.Steals} {line.Blocks} {line.Turnovers} {line.Fouls} {line.PlusMinus} {line.Points}");
}
