using System.Collections.Frozen;

namespace NbaProps.Simulator.Faults;

/// <summary>The feeds of the simulated upstreams, one for each thing that a scraper reads; what two read alike is one.</summary>
public static class Feeds
{
    /// <summary>The word for the league itself: what happens in it is shown by all feeds.</summary>
    public const string League = "league";

    private static readonly FeedShape ScheduleShape = Json(["leagueSchedule.gameDates", "leagueSchedule.gameDates[].games"], ["gameId", "gameDates", "gameDateEst", "homeTeam", "teamTricode", "gameStatus"]);
    private static readonly FeedShape PlaysShape = Json(["game.actions"], ["actionNumber", "clock"]);
    private static readonly FeedShape RosterShape = Json(["team.athletes"], ["fullName", "athletes"]);

    /// <summary>The league's schedule.</summary>
    public static Feed Schedule { get; } = new("nba_schedule", FeedScope.Present, FeedClock.Context, ScheduleShape);

    /// <summary>The content network's schedule.</summary>
    public static Feed ScheduleCdn { get; } = new("nba_schedule_cdn", FeedScope.Present, FeedClock.Context, ScheduleShape);

    /// <summary>ESPN's scoreboard of a date: schedule, results, and the numbers of its box scores.</summary>
    public static Feed ScoreboardEspn { get; } = new("espn_scoreboard", FeedScope.Date, FeedClock.Context, Json(["events"], ["competitors", "events"], empty: true));

    /// <summary>The league's scoreboard of a date.</summary>
    public static Feed Scoreboard { get; } = new("nba_scoreboard", FeedScope.Date, FeedClock.Results, Stats("GAME_ID", "GAME_STATUS_ID"));

    /// <summary>The content network's scoreboard of the present day.</summary>
    public static Feed ScoreboardCdn { get; } = new("nba_scoreboard_cdn", FeedScope.Present, FeedClock.Results, Json(["scoreboard.games"], ["gameId", "homeTeam"], empty: true));

    /// <summary>The league's game log of players.</summary>
    public static Feed PlayerGameLog { get; } = new("nba_player_gamelog", FeedScope.Date, FeedClock.Results, Stats("PLAYER_ID", "PTS", "MIN"));

    /// <summary>The league's game log of teams.</summary>
    public static Feed TeamGameLog { get; } = new("nba_team_gamelog", FeedScope.Date, FeedClock.Results, Stats("TEAM_ID", "PTS", "FGA"));

    /// <summary>The content network's box score of a game.</summary>
    public static Feed BoxScoreCdn { get; } = new(
        "nba_cdn_boxscore", FeedScope.Game, FeedClock.Results, Json(["game.homeTeam.players", "game.awayTeam.players"], ["personId", "statistics"]));

    /// <summary>ESPN's page of a game's box score.</summary>
    public static Feed BoxScoreEspn { get; } = new(
        "espn_boxscore", FeedScope.Game, FeedClock.Results, new FeedShape(FeedFormat.Page) { Rows = ["page.content.gamepackage.bxscr[].stats[].athlts"], Required = ["athlts", "bxscr"] });

    /// <summary>balldontlie's box scores of a date.</summary>
    public static Feed BoxScoresBallDontLie { get; } = new("balldontlie_box_scores", FeedScope.Date, FeedClock.Results, Json(["data"], ["home_team", "players"], empty: true));

    /// <summary>The league's traditional box score of a game.</summary>
    public static Feed TeamBoxScore { get; } = new(
        "nba_team_boxscore", FeedScope.Game, FeedClock.Results, Json(["boxScoreTraditional.homeTeam.players", "boxScoreTraditional.awayTeam.players"], ["statistics", "homeTeam"]));

    /// <summary>The official gamebook of a game.</summary>
    public static Feed Gamebook { get; } = new("nba_gamebook", FeedScope.Game, FeedClock.Results, new FeedShape(FeedFormat.Pdf) { Required = ["MIN", "PTS"] });

    /// <summary>The official injury report.</summary>
    public static Feed InjuryReport { get; } = new(
        "nba_injury_report", FeedScope.Present, FeedClock.Context, new FeedShape(FeedFormat.Pdf) { Required = ["Current Status", "Player Name"] });

    /// <summary>balldontlie's list of injuries.</summary>
    public static Feed InjuriesBallDontLie { get; } = new("balldontlie_injuries", FeedScope.Present, FeedClock.Context, Json(["data"], ["status", "data"], empty: true));

    /// <summary>ESPN's rosters, with who is injured: two scrapers read them.</summary>
    public static Feed RostersEspn { get; } = new("espn_rosters", FeedScope.Present, FeedClock.Context, RosterShape);

    /// <summary>BigDataBall's plays of a game: the search for the file, and the file.</summary>
    public static Feed BigDataBall { get; } = new(
        "bigdataball", FeedScope.Game, FeedClock.Results, new FeedShape(FeedFormat.Csv) { Rows = ["files"], Required = ["event_type", "remaining_time"], EmptyWhenAbsent = true });

    /// <summary>The league's own plays of a game.</summary>
    public static Feed PlayByPlay { get; } = new("nba_playbyplay", FeedScope.Game, FeedClock.Results, PlaysShape);

    /// <summary>The league's list of players.</summary>
    public static Feed PlayerList { get; } = new("nba_player_list", FeedScope.Present, FeedClock.Context, Stats("PERSON_ID", "PLAYER_LAST_NAME"));

    /// <summary>Signings, trades and waivers.</summary>
    public static Feed PlayerMovement { get; } = new(
        "nba_player_movement", FeedScope.Present, FeedClock.Context, Json(["NBA_Player_Movement.rows"], ["TRANSACTION_DATE", "Transaction_Type"]));

    /// <summary>Who officiates.</summary>
    public static Feed Referees { get; } = new("nba_referees", FeedScope.Date, FeedClock.Context, Json(["nba.Table.rows", "nba.Table1.rows"], ["Table", "rows"], empty: true));

    /// <summary>The Odds API's list of events of a date, which both its other feeds begin with.</summary>
    public static Feed OddsEvents { get; } = new("odds_api_events", FeedScope.Date, FeedClock.Context, Json(["[]"], ["id", "home_team"], empty: true));

    /// <summary>The Odds API's points props of a game.</summary>
    public static Feed PlayerPoints { get; } = new("odds_api_player_points", FeedScope.Game, FeedClock.Context, OddsShape());

    /// <summary>The Odds API's spreads and totals of a game.</summary>
    public static Feed GameLines { get; } = new("odds_api_spreads_totals", FeedScope.Game, FeedClock.Context, OddsShape());

    /// <summary>BettingPros' events and offers of a date.</summary>
    public static Feed BettingPros { get; } = new("bettingpros_points", FeedScope.Date, FeedClock.Context, Json(["events", "offers"], ["participants", "id"], empty: true));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Feed> All { get; } =
    [
        Schedule, ScheduleCdn, ScoreboardEspn, Scoreboard, ScoreboardCdn, PlayerGameLog, TeamGameLog, BoxScoreCdn, BoxScoreEspn, BoxScoresBallDontLie, TeamBoxScore, Gamebook,
        InjuryReport, InjuriesBallDontLie, RostersEspn, BigDataBall, PlayByPlay, PlayerList, PlayerMovement, Referees, OddsEvents, PlayerPoints, GameLines, BettingPros,
    ];

    private static FrozenDictionary<string, Feed> ByName { get; } = All.ToFrozenDictionary(feed => feed.Name, StringComparer.Ordinal);

    /// <summary>The feed of a name; null where there is none.</summary>
    public static Feed? Find(string name) => ByName.GetValueOrDefault(name);

    private static FeedShape Json(string[] rows, string[] required, bool empty = false) => new(FeedFormat.Json) { Rows = rows, Required = required, EmptyWhenAbsent = empty };

    private static FeedShape Stats(params string[] required) => Json(["resultSets[].rowSet"], required, empty: true);

    private static FeedShape OddsShape() => Json(["bookmakers[].markets[].outcomes"], ["bookmakers", "outcomes"], empty: true);
}
