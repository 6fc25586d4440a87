using System.Text.Json;

using NbaProps.Archive;
using NbaProps.Domain.Calendar;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Archive;

public sealed class ArchiveMomentTests
{
    private static readonly GameDate Date = new(2022, 12, 27);

    [SkippableFact]
    public async Task A_schedule_never_shows_a_score_before_its_next_morning()
    {
        await using var archive = await StartAsync();
        var before = Games(await archive.At(Date.At(29, 59)).GetAsync("/stats/scheduleleaguev2int?Season=2022-23&LeagueID=00")).Where(OnDate).ToArray();
        before.Length.ShouldBe(10);
        before.ShouldAllBe(game => game.GetProperty("gameStatus").GetInt32() == 1 && game.GetProperty("homeTeam").GetProperty("score").GetInt32() == 0);
        before.ShouldAllBe(game => game.GetProperty("homeTeam").GetProperty("wins").GetInt32() == 0);

        var after = Games(await archive.At(Date.At(30)).GetAsync("/stats/scheduleleaguev2int?Season=2022-23&LeagueID=00")).Where(OnDate).ToArray();
        after.ShouldAllBe(game => game.GetProperty("gameStatus").GetInt32() == 3 && game.GetProperty("homeTeam").GetProperty("score").GetInt32() > 0);
    }

    [SkippableFact]
    public async Task No_payload_of_a_moment_knows_of_a_playoff_game_of_a_later_day()
    {
        await using var archive = await StartAsync();
        var eve = Games(await archive.At(new GameDate(2023, 4, 14).At(23)).GetAsync("/stats/scheduleleaguev2int?Season=2022-23&LeagueID=00"));
        eve.Count().ShouldBe(1_230);
        var morning = Games(await archive.At(new GameDate(2023, 4, 15).At(10)).GetAsync("/stats/scheduleleaguev2int?Season=2022-23&LeagueID=00"));
        morning.Count().ShouldBe(1_234);
    }

    [SkippableTheory]
    [InlineData(29, 59, 0)]
    [InlineData(30, 0, 223)]
    public async Task Results_are_served_from_the_next_morning_on(int hour, int minute, int rows)
    {
        await using var archive = await StartAsync();
        var log = await archive.At(Date.At(hour, minute)).GetAsync(
            "/stats/leaguegamelog?DateFrom=12%2F27%2F2022&DateTo=12%2F27%2F2022&PlayerOrTeam=P&Season=2022-23&SeasonType=Regular%20Season");
        log.GetProperty("resultSets")[0].GetProperty("rowSet").GetArrayLength().ShouldBe(rows);
    }

    [SkippableTheory]
    [InlineData(-1, 10, 0)]
    [InlineData(0, 10, 10)]
    [InlineData(0, 11, 10)]
    [InlineData(0, 12, 0)]
    [InlineData(1, 10, 0)]
    public async Task Lines_of_a_date_are_offered_on_that_date_until_the_earliest_tip_off(int days, int hour, int events)
    {
        await using var archive = await StartAsync();
        archive.At(Date.AddDays(days).At(hour));
        (await archive.GetAsync(Events)).GetArrayLength().ShouldBe(events);
    }

    [SkippableFact]
    public async Task Odds_are_american_where_they_are_asked_for_and_decimal_otherwise()
    {
        await using var archive = await StartAsync();
        archive.At(Date.At(10));
        var mavericks = (await archive.GetAsync(Events)).EnumerateArray().Single(one => one.GetProperty("home_team").GetString() == "Dallas Mavericks");
        mavericks.GetProperty("commence_time").GetString().ShouldBe("2022-12-27T05:00:00Z");
        var odds = $"/v4/sports/basketball_nba/events/{mavericks.GetProperty("id").GetString()}/odds?apiKey=k&markets=player_points&regions=us";
        Prices(await archive.GetAsync(odds + "&oddsFormat=american")).ShouldBe([-105m, -125m]);
        Prices(await archive.GetAsync(odds)).ShouldBe([1.95m, 1.80m]);
    }

    [SkippableFact]
    public async Task Before_the_moment_is_set_nothing_has_happened()
    {
        await using var archive = await StartAsync();
        var games = Games(await archive.GetAsync("/stats/scheduleleaguev2int?Season=2022-23&LeagueID=00"));
        games.ShouldAllBe(game => game.GetProperty("gameStatus").GetInt32() == 1);
        (await archive.GetAsync(Events)).GetArrayLength().ShouldBe(0);
    }

    [SkippableFact]
    public async Task A_season_without_a_file_of_lines_has_no_events_and_one_without_games_no_schedule()
    {
        await using var archive = await StartAsync();
        archive.At(new GameDate(2021, 12, 27).At(10));
        (await archive.GetAsync("/v4/sports/basketball_nba/events?apiKey=k")).GetArrayLength().ShouldBe(0);
        (await archive.StatusAsync("/stats/scheduleleaguev2int?Season=2010-11&LeagueID=00")).ShouldBe(404);
        (await archive.StatusAsync("/v4/sports/basketball_nba/events")).ShouldBe(401);
        (await archive.StatusAsync("/stats/leaguegamelog?Season=2022-23&SeasonType=Summer&PlayerOrTeam=P")).ShouldBe(400);
    }

    private const string Events = "/v4/sports/basketball_nba/events?apiKey=k&commenceTimeFrom=2022-12-27T05:00:00Z&commenceTimeTo=2022-12-28T04:59:59Z&dateFormat=iso";

    private static bool OnDate(JsonElement game) => game.GetProperty("gameDateEst").GetString() == "2022-12-27T00:00:00Z";

    private static IEnumerable<JsonElement> Games(JsonElement schedule) =>
        schedule.GetProperty("leagueSchedule").GetProperty("gameDates").EnumerateArray().SelectMany(date => date.GetProperty("games").EnumerateArray());

    private static decimal[] Prices(JsonElement odds) =>
    [
        .. odds.GetProperty("bookmakers")[0].GetProperty("markets")[0].GetProperty("outcomes").EnumerateArray()
            .Where(outcome => outcome.GetProperty("description").GetString() == "luka doncic")
            .Select(outcome => outcome.GetProperty("price").GetDecimal()),
    ];

    private static async Task<Client> StartAsync() => new(await ArchiveUpstream.StartAsync(ArchiveFolder.Open(SharedData.Require("data"))));

    private sealed class Client(ArchiveUpstream archive) : IAsyncDisposable
    {
        private readonly HttpClient _http = new() { BaseAddress = archive.BaseAddress };

        public Client At(DateTimeOffset now)
        {
            archive.Now = now;
            return this;
        }

        public async Task<JsonElement> GetAsync(string address)
        {
            using var json = JsonDocument.Parse(await _http.GetStringAsync(new Uri(address, UriKind.Relative)));
            return json.RootElement.Clone();
        }

        public async Task<int> StatusAsync(string address)
        {
            using var response = await _http.GetAsync(new Uri(address, UriKind.Relative));
            return (int)response.StatusCode;
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await archive.DisposeAsync();
        }
    }
}
