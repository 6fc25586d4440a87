using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Scrapers.Contracts;
using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Manifest;

namespace NbaProps.Scrapers.Nba;

/// <summary>The league's pages that are fetched one for a date, or one for a game.</summary>
public static class NbaPages
{
    private static readonly string[] ScheduleFields =
    [
        "leagueSchedule.gameDates[].games[].gameId:text",
        "leagueSchedule.gameDates[].games[].gameDateEst:text",
        "leagueSchedule.gameDates[].games[].gameDateTimeEst:text",
        "leagueSchedule.gameDates[].games[].gameDateTimeUTC:text",
        "leagueSchedule.gameDates[].games[].gameStatus:number",
        "leagueSchedule.gameDates[].games[].gameStatusText:text",
        "leagueSchedule.gameDates[].games[].homeTeam.teamTricode:text or null",
        "leagueSchedule.gameDates[].games[].awayTeam.teamTricode:text or null",
    ];

    private static readonly DistinctValues[] EachGameOnce = [new("leagueSchedule.gameDates[].games[].gameId")];

    /// <summary>
    /// What the league's schedule must have; the content network's besides its season. What no reader could do anything with is refused, so that those that stand in are asked: a game that is listed twice was
    /// taken of the content network once, and failed whoever reads the schedule for as long as it stood there.
    /// </summary>
    internal static readonly PayloadContract ScheduleContract = new("a schedule: leagueSchedule with gameDates, each with games", ScheduleFields) { Distinct = EachGameOnce };

    private static readonly PayloadContract PlayByPlayContract = new(
        "a game's plays: game with actions", "game.gameId:text", "game.actions[].actionNumber:number", "game.actions[].actionType:text", "game.actions[].period:number", "game.actions[].clock:text");

    private static readonly PayloadContract CdnBoxScoreContract = new(
        "a game's box score: game with both teams' players",
        "game.gameId:text",
        "game.gameStatus:number",
        "game.homeTeam.players[].personId:number",
        "game.homeTeam.players[].statistics:object",
        "game.awayTeam.players[].personId:number",
        "game.awayTeam.players[].statistics:object")
    {
        Distinct = [new("game.homeTeam.players[].personId"), new("game.awayTeam.players[].personId")],
    };

    /// <summary>The schedule of the content network. A season has some two hundred dates; the smallest simulated one has twelve.</summary>
    public static PageScraper ScheduleCdn { get; } = new(
        ScrapersPhase.ScheduleCdn,
        _ => "/static/json/staticData/scheduleLeagueV2_1.json",
        new PayloadContract("a schedule: leagueSchedule with gameDates", ["leagueSchedule.seasonYear:text", .. ScheduleFields]) { AtLeast = ("leagueSchedule.gameDates", 10), Distinct = EachGameOnce },
        "the content network has no schedule");

    /// <summary>The scoreboard by date.</summary>
    public static PageScraper Scoreboard { get; } = new(
        ScrapersPhase.Scoreboard,
        context => $"/stats/scoreboardV2?GameDate={Uri.EscapeDataString(context.Date.ToDateOnly().ToString("MM/dd/yyyy", CultureInfo.InvariantCulture))}&LeagueID=00&DayOffset=0",
        new PayloadContract("a scoreboard: resultSets with headers and rowSet", "resultSets[].name:text", "resultSets[].headers:array", "resultSets[].rowSet:array")
        {
            Tables =
            [
                new TableContract("GameHeader", ["GAME_ID:text", "GAME_STATUS_ID:number", "HOME_TEAM_ID:number", "VISITOR_TEAM_ID:number"], ["GAME_ID"]),
                new TableContract("LineScore", ["GAME_ID:text", "TEAM_ID:number"], ["GAME_ID", "TEAM_ID"]),
            ],
        },
        "the league has no scoreboard of the date",
        page => TableContract.Rows(page, "GameHeader") > 0);

    /// <summary>The scoreboard of the present day.</summary>
    public static PageScraper ScoreboardCdn { get; } = new(
        ScrapersPhase.ScoreboardCdn,
        _ => "/static/json/liveData/scoreboard/todaysScoreboard_00.json",
        new PayloadContract("a scoreboard: games with both teams", "scoreboard.gameDate:text", "scoreboard.games[].gameId:text", "scoreboard.games[].homeTeam:object", "scoreboard.games[].awayTeam:object") { Distinct = [new("scoreboard.games[].gameId")] },
        "the content network has no scoreboard",
        page => page.GetProperty("scoreboard").GetProperty("games").GetArrayLength() > 0);

    /// <summary>A game's box score of the content network.</summary>
    public static GamePageScraper BoxScoreCdn { get; } =
        new(ScrapersPhase.BoxScoreCdn, game => $"/static/json/liveData/boxscore/boxscore_{game.GameId}.json", CdnBoxScoreContract, HasFinalStatus);

    /// <summary>A game's traditional box score.</summary>
    public static GamePageScraper TeamBoxScore { get; } = new(
        ScrapersPhase.TeamBoxScore,
        game => $"/stats/boxscoretraditionalv3?GameID={game.GameId}&StartPeriod=0&EndPeriod=10&StartRange=0&EndRange=28800&RangeType=0",
        new PayloadContract("a box score: both teams with their statistics", "boxScoreTraditional.gameId:text", "boxScoreTraditional.homeTeam.statistics:object", "boxScoreTraditional.awayTeam.statistics:object",
            "boxScoreTraditional.homeTeam.players[].statistics:object",
            "boxScoreTraditional.awayTeam.players[].statistics:object")
        {
            Distinct = [new("boxScoreTraditional.homeTeam.players[].personId"), new("boxScoreTraditional.awayTeam.players[].personId")],
        },
        page => SomebodyPlayed(page.GetProperty("boxScoreTraditional")));

    /// <summary>A game's plays of the content network.</summary>
    public static GamePageScraper PlayByPlay { get; } =
        new(ScrapersPhase.PlayByPlay, game => $"/static/json/liveData/playbyplay/playbyplay_{game.GameId}.json", PlayByPlayContract, HasItsEnd);

    /// <summary>The list of players.</summary>
    public static PageScraper PlayerList { get; } = new(
        ScrapersPhase.PlayerList,
        context => "/stats/playerindex?College=&Country=&DraftPick=&DraftRound=&DraftYear=&Height=&Historical=0&LeagueID=00"
            + $"&Season={Season.FromGameDate(context.Date)}&TeamID=0&Weight=",
        new PayloadContract("a list of players: resultSets with headers and rowSet", "resultSets[].name:text", "resultSets[].headers:array", "resultSets[].rowSet:array")
        {
            Tables = [new TableContract("PlayerIndex", ["PERSON_ID:number", "PLAYER_LAST_NAME:text", "PLAYER_FIRST_NAME:text", "TEAM_ID:number"], ["PERSON_ID"])],
        },
        "the league has no list of players of the season",
        page => TableContract.Rows(page, "PlayerIndex") > 0);

    /// <summary>Signings, trades and waivers.</summary>
    public static PageScraper PlayerMovement { get; } = new(
        ScrapersPhase.PlayerMovement,
        _ => "/js/data/playermovement/NBA_Player_Movement.json",
        new PayloadContract("a list of transactions", "NBA_Player_Movement.rows[].Transaction_Type:text", "NBA_Player_Movement.rows[].TRANSACTION_DATE:text") { AtLeast = ("NBA_Player_Movement.rows", 100) },
        "the league has no list of transactions");

    /// <summary>Who officiates.</summary>
    public static PageScraper Referees { get; } = new(
        ScrapersPhase.Referees,
        context => $"/wp-json/api/v1/get-game-officials?&date={context.Date}",
        new PayloadContract("the officials of a date: nba with Table and Table1", "nba.Table.rows:array", "nba.Table1.rows:array", "nba.Table.rows[].game_id:text") { Distinct = [new("nba.Table.rows[].game_id")] },
        "the league names no officials of the date",
        page => page.GetProperty("nba").GetProperty("Table").GetProperty("rows").GetArrayLength() > 0);

    // 1 has not begun, 2 is played, 3 is over.
    private static bool HasFinalStatus(JsonElement page) =>
        page.GetProperty("game").GetProperty("gameStatus").TryGetInt32(out var status) && status == 3 && SomebodyPlayed(page.GetProperty("game"));

    // A page that lists who dressed, and nobody with a minute, says nothing of the game yet, whatever its status: PT00M00.00S, 0:00, an empty text.
    private static bool SomebodyPlayed(JsonElement game) => new[] { "homeTeam", "awayTeam" }.All(side => game.GetProperty(side).GetProperty("players").EnumerateArray()
        .Any(player => player.GetProperty("statistics").TryGetProperty("minutes", out var minutes) && minutes.ToString().AsSpan().IndexOfAnyInRange('1', '9') >= 0));

    // Its plays have no status; the last of a game that is over is its end.
    private static bool HasItsEnd(JsonElement page) => page.GetProperty("game").GetProperty("actions").EnumerateArray()
        .Any(action => action.GetProperty("actionType").ValueEquals("game") && action.TryGetProperty("subType", out var kind) && kind.ValueKind == JsonValueKind.String && kind.ValueEquals("end"));
}
