using System.Globalization;
using System.Text.RegularExpressions;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;
using NbaProps.Simulator.Serving.BigDataBall;
using NbaProps.Simulator.Serving.OddsApi;

namespace NbaProps.Simulator.Faults;

/// <summary>Says of a request which feed it asks, of which date and game.</summary>
/// <param name="season">Whose games the requests name.</param>
public sealed partial class FeedTable(SimulatedSeason season)
{
    private readonly Lazy<Dictionary<string, SimulatedGame>> _espn = Numbered(season, game => SourceNumbers.Espn.TextOf(game.Scheduled.Id));
    private readonly Lazy<Dictionary<string, SimulatedGame>> _bettingPros = Numbered(season, game => SourceNumbers.BettingPros.TextOf(game.Scheduled.Id));
    private readonly Lazy<Dictionary<string, SimulatedGame>> _odds = Numbered(season, game => OddsApiWriter.IdOf(game, season.League.Seed));
    private readonly Lazy<Dictionary<string, SimulatedGame>> _drive = Numbered(season, game => BigDataBallEndpoints.IdOf(game, season.League.Seed));

    /// <summary>What a request asks for; null where no feed is asked.</summary>
    /// <param name="address">Path and query.</param>
    public FeedRequest? Of(string address)
    {
        var (path, query) = address.Split('?', 2) is [var before, var after] ? (before, after) : (address, string.Empty);
        return Of(path, new QueryCollection(QueryHelpers.ParseQuery(query)));
    }

    /// <summary>The same of a path and its query.</summary>
    public FeedRequest? Of(string path, IQueryCollection query) => path switch
    {
        "/stats/scheduleleaguev2int" => Present(Feeds.Schedule),
        "/static/json/staticData/scheduleLeagueV2_1.json" => Present(Feeds.ScheduleCdn),
        "/apis/site/v2/sports/basketball/nba/scoreboard" => OfDate(Feeds.ScoreboardEspn, query["dates"], "yyyyMMdd"),
        "/stats/scoreboardV2" => OfDate(Feeds.Scoreboard, query["GameDate"], "MM/dd/yyyy"),
        "/static/json/liveData/scoreboard/todaysScoreboard_00.json" => Present(Feeds.ScoreboardCdn),
        "/stats/leaguegamelog" => OfDate(query["PlayerOrTeam"].ToString() is "T" ? Feeds.TeamGameLog : Feeds.PlayerGameLog, query["DateFrom"], "MM/dd/yyyy"),
        "/nba/boxscore" => OfGame(Feeds.BoxScoreEspn, _espn.Value.GetValueOrDefault(query["gameId"].ToString())),
        "/v1/box_scores" => OfDate(Feeds.BoxScoresBallDontLie, query["date"], "yyyy-MM-dd"),
        "/stats/boxscoretraditionalv3" or "/stats/boxscoretraditionalv2" => OfGame(Feeds.TeamBoxScore, ById(query["GameID"].ToString())),
        "/v1/player_injuries" => Present(Feeds.InjuriesBallDontLie),
        "/drive/v3/files" => OfGame(Feeds.BigDataBall, ById(TenDigits().Match(query["q"].ToString()).Value)),
        "/stats/playerindex" => Present(Feeds.PlayerList),
        "/js/data/playermovement/NBA_Player_Movement.json" => Present(Feeds.PlayerMovement),
        "/wp-json/api/v1/get-game-officials" => OfDate(Feeds.Referees, query["date"], "yyyy-MM-dd"),
        "/v4/sports/basketball_nba/events" => new FeedRequest(Feeds.OddsEvents, DateOfStart(query["commenceTimeFrom"].ToString()), null),
        "/v3/events" => OfDate(Feeds.BettingPros, query["date"], "yyyy-MM-dd"),
        "/v3/offers" => new FeedRequest(Feeds.BettingPros, _bettingPros.Value.GetValueOrDefault(query["event_id"].ToString().Split(':')[0])?.Scheduled.Date, null),
        _ => OfNamed(path, query),
    };

    // Paths in which the thing that is asked for is named.
    private FeedRequest? OfNamed(string path, IQueryCollection query)
    {
        var (folder, name) = path.LastIndexOf('/') is >= 0 and var slash ? (path[..slash], path[(slash + 1)..]) : (string.Empty, path);
        return folder switch
        {
            "/static/json/liveData/boxscore" => OfGame(Feeds.BoxScoreCdn, ById(TenDigits().Match(name).Value)),
            "/static/json/liveData/playbyplay" => OfGame(Feeds.PlayByPlay, ById(TenDigits().Match(name).Value)),
            "/apis/site/v2/sports/basketball/nba/teams" => Present(Feeds.RostersEspn),
            "/drive/v3/files" => OfGame(Feeds.BigDataBall, _drive.Value.GetValueOrDefault(name)),
            "/referee/injury" => Present(Feeds.InjuryReport),
            _ when folder.StartsWith("/pdfs/", StringComparison.Ordinal) => OfGame(Feeds.Gamebook, OfBook(folder["/pdfs/".Length..], name)),
            _ when name is "odds" && folder.StartsWith("/v4/sports/basketball_nba/events/", StringComparison.Ordinal) => OfGame(
                query["markets"].ToString().Contains("player_points", StringComparison.Ordinal) ? Feeds.PlayerPoints : Feeds.GameLines,
                _odds.Value.GetValueOrDefault(folder[(folder.LastIndexOf('/') + 1)..])),
            _ => null,
        };
    }

    // "20251204_BOSLAL.pdf" or "20251204_BOSLAL_book.pdf".
    private SimulatedGame? OfBook(string day, string name) => DateOf(day, "yyyyMMdd") is { } date
        ? season.ByDate.GetValueOrDefault(date, []).FirstOrDefault(game => name.StartsWith($"{day}_{game.Scheduled.Away}{game.Scheduled.Home}", StringComparison.Ordinal))
        : null;

    private SimulatedGame? ById(string text) => GameId.TryParse(text, out var id) ? season.ById.GetValueOrDefault(id) : null;

    private static FeedRequest Present(Feed feed) => new(feed, null, null);

    private static FeedRequest OfDate(Feed feed, string? text, string format) => new(feed, DateOf(text, format), null);

    private static FeedRequest OfGame(Feed feed, SimulatedGame? game) => new(feed, game?.Scheduled.Date, game?.Scheduled.Id);

    private static GameDate? DateOf(string? text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? GameDate.FromDateOnly(date) : null;

    private static GameDate? DateOfStart(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? GameDate.FromInstant(instant) : null;

    private static Lazy<Dictionary<string, SimulatedGame>> Numbered(SimulatedSeason season, Func<SimulatedGame, string> numberOf) =>
        new(() => season.Games.ToDictionary(numberOf, StringComparer.Ordinal), isThreadSafe: true);

    [GeneratedRegex("[0-9]{10}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TenDigits();
}
