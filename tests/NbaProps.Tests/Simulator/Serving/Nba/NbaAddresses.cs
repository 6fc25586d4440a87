using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator.Serving.Nba;

/// <summary>The league's addresses, as the scrapers ask them.</summary>
internal static class NbaAddresses
{
    public const string Schedule = "/stats/scheduleleaguev2int?Season=2025-26&LeagueID=00";
    public const string ScheduleCdn = "/static/json/staticData/scheduleLeagueV2_1.json";
    public const string Today = "/static/json/liveData/scoreboard/todaysScoreboard_00.json";
    public const string Players = "/stats/playerindex?Historical=0&LeagueID=00&Season=2025-26&TeamID=0";
    public const string Movement = "/js/data/playermovement/NBA_Player_Movement.json";

    public static string Scoreboard(GameDate date) => $"/stats/scoreboardV2?GameDate={Day(date)}&LeagueID=00&DayOffset=0";

    public static string Log(string who, string type, GameDate? date = null) =>
        $"/stats/leaguegamelog?Counter=1000&DateFrom={Day(date)}&DateTo={Day(date)}&Direction=DESC&LeagueID=00&PlayerOrTeam={who}&Season=2025-26&SeasonType={Uri.EscapeDataString(type)}&Sorter=DATE";

    public static string Traditional(SimulatedGame game, int version = 3) => $"/stats/boxscoretraditionalv{version}?GameID={game.Scheduled.Id}&StartPeriod=0&EndPeriod=10&StartRange=0&EndRange=28800&RangeType=0";

    public static string CdnBox(SimulatedGame game) => $"/static/json/liveData/boxscore/boxscore_{game.Scheduled.Id}.json";

    public static string Plays(SimulatedGame game) => $"/static/json/liveData/playbyplay/playbyplay_{game.Scheduled.Id}.json";

    public static string Officials(GameDate date) => $"/wp-json/api/v1/get-game-officials?&date={date}";

    private static string Day(GameDate? date) => date is { } day ? Uri.EscapeDataString(FormattableString.Invariant($"{day.Month:00}/{day.Day:00}/{day.Year:0000}")) : string.Empty;
}
