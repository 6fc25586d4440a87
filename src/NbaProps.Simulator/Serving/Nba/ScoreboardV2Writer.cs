using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The scoreboard of a date (scoreboardV2) as it stands at a moment: nine tables.</summary>
internal sealed class ScoreboardV2Writer
{
    private static readonly string[] HeaderColumns =
    [
        "GAME_DATE_EST", "GAME_SEQUENCE", "GAME_ID", "GAME_STATUS_ID", "GAME_STATUS_TEXT", "GAMECODE", "HOME_TEAM_ID", "VISITOR_TEAM_ID", "SEASON", "LIVE_PERIOD", "LIVE_PC_TIME",
        "NATL_TV_BROADCASTER_ABBREVIATION", "HOME_TV_BROADCASTER_ABBREVIATION", "AWAY_TV_BROADCASTER_ABBREVIATION", "LIVE_PERIOD_TIME_BCAST", "ARENA_NAME", "WH_STATUS",
        "WNBA_COMMISSIONER_FLAG",
    ];

    private static readonly string[] LineColumns =
    [
        "GAME_DATE_EST", "GAME_SEQUENCE", "GAME_ID", "TEAM_ID", "TEAM_ABBREVIATION", "TEAM_CITY_NAME", "TEAM_NAME", "TEAM_WINS_LOSSES", "PTS_QTR1", "PTS_QTR2", "PTS_QTR3", "PTS_QTR4",
        "PTS_OT1", "PTS_OT2", "PTS_OT3", "PTS_OT4", "PTS_OT5", "PTS_OT6", "PTS_OT7", "PTS_OT8", "PTS_OT9", "PTS_OT10", "PTS", "FG_PCT", "FT_PCT", "FG3_PCT", "AST", "REB", "TOV",
    ];

    private static readonly string[] SeriesColumns = ["GAME_ID", "HOME_TEAM_ID", "VISITOR_TEAM_ID", "GAME_DATE_EST", "HOME_TEAM_WINS", "HOME_TEAM_LOSSES", "SERIES_LEADER"];

    private static readonly string[] MeetingColumns =
    [
        "GAME_ID", "LAST_GAME_ID", "LAST_GAME_DATE_EST", "LAST_GAME_HOME_TEAM_ID", "LAST_GAME_HOME_TEAM_CITY", "LAST_GAME_HOME_TEAM_NAME", "LAST_GAME_HOME_TEAM_ABBREVIATION",
        "LAST_GAME_HOME_TEAM_POINTS", "LAST_GAME_VISITOR_TEAM_ID", "LAST_GAME_VISITOR_TEAM_CITY", "LAST_GAME_VISITOR_TEAM_NAME", "LAST_GAME_VISITOR_TEAM_CITY1",
        "LAST_GAME_VISITOR_TEAM_POINTS",
    ];

    private static readonly string[] StandingsColumns =
        ["TEAM_ID", "LEAGUE_ID", "SEASON_ID", "STANDINGSDATE", "CONFERENCE", "TEAM", "G", "W", "L", "W_PCT", "HOME_RECORD", "ROAD_RECORD"];

    private static readonly string[] LeaderColumns =
    [
        "GAME_ID", "TEAM_ID", "TEAM_CITY", "TEAM_NICKNAME", "TEAM_ABBREVIATION", "PTS_PLAYER_ID", "PTS_PLAYER_NAME", "PTS", "REB_PLAYER_ID", "REB_PLAYER_NAME", "REB", "AST_PLAYER_ID",
        "AST_PLAYER_NAME", "AST",
    ];

    private readonly LeagueMoment _moment;
    private readonly PlayedGames _games;
    private readonly GameDate _date;
    private readonly SimulatedGame[] _today;
    private readonly SimulatedGame[] _over;
    private readonly TeamRecords _records;

    private ScoreboardV2Writer(LeagueMoment moment, PlayedGames games, GameDate date)
    {
        (_moment, _games, _date) = (moment, games, date);
        _today = [.. moment.Season.ByDate.GetValueOrDefault(date, []).Where(moment.Knows)];
        _over = [.. moment.Season.Games.Where(game => game.Scheduled.Date <= date && moment.StatusOf(game) == GameStatus.Final)];
        _records = TeamRecords.At(moment, date);
    }

    /// <summary>The scoreboard.</summary>
    public static StatsDocument Of(LeagueMoment moment, PlayedGames games, GameDate date)
    {
        var board = new ScoreboardV2Writer(moment, games, date);
        return new(
            "scoreboardV2",
            [("GameDate", date.ToString()), ("LeagueID", "00"), ("DayOffset", "0")],
            new("GameHeader", HeaderColumns, board._today.Select(board.Header)),
            new("LineScore", LineColumns, board._today.SelectMany((game, place) => board.Lines(game, place))),
            new("SeriesStandings", SeriesColumns, board._today.Select(board.Series)),
            new("LastMeeting", MeetingColumns, board._today.Select(board.LastMeeting).OfType<object?[]>()),
            new("EastConfStandingsByDay", StandingsColumns, board.Standings(east: true)),
            new("WestConfStandingsByDay", StandingsColumns, board.Standings(east: false)),
            new("Available", ["GAME_ID", "PT_AVAILABLE"], board._today.Select(game => (object?[])[game.Scheduled.Id.ToString(), 0])),
            new("TeamLeaders", LeaderColumns, board._today.SelectMany(board.Leaders)),
            new("TicketLinks", ["GAME_ID", "LEAG_TIX"], []));
    }

    private object?[] Header(SimulatedGame game, int place)
    {
        var status = _moment.StatusOf(game);
        var events = _games.EventsOf(_moment, game);
        var last = events.Count == 0 ? null : events[^1];
        var clock = status == GameStatus.Live ? string.Create(CultureInfo.InvariantCulture, $"{last!.Clock / 60}:{last.Clock % 60:00}") : string.Empty;
        return
        [
            NbaJson.Midnight(_date), place + 1, game.Scheduled.Id.ToString(), (int)status, StatusText.Of(game, status, last), NbaJson.GameCode(game),
            TeamSpellings.NbaId(game.Scheduled.Home), TeamSpellings.NbaId(game.Scheduled.Away), game.Scheduled.Id.Season.StartYear.ToString(CultureInfo.InvariantCulture),
            last?.Period ?? 0, clock.PadRight(5), null, null, null, string.Create(CultureInfo.InvariantCulture, $"Q{last?.Period ?? 0} {clock,5}  - "), NbaJson.Arena(game.Scheduled.Home), 1, 0,
        ];
    }

    private IEnumerable<object?[]> Lines(SimulatedGame game, int place)
    {
        var box = _games.BoxOf(_moment, game);
        foreach (var side in new[] { Side.Away, Side.Home })
        {
            var team = game.Plan.Of(side).Team;
            var (wins, losses) = _records.OfSeason(team);
            object?[] head =
            [
                NbaJson.Midnight(_date), place + 1, game.Scheduled.Id.ToString(), TeamSpellings.NbaId(team), team.Value, TeamSpellings.City(team), TeamSpellings.SimulatedNickname(team),
                string.Create(CultureInfo.InvariantCulture, $"{wins}-{losses}"),
            ];
            yield return box is null ? [.. head, .. Enumerable.Repeat((object?)null, LineColumns.Length - head.Length)] : [.. head, .. Scores(box, side)];
        }
    }

    private static IEnumerable<object?> Scores(BoxScore box, Side side)
    {
        var periods = side == Side.Home ? box.HomePeriods : box.AwayPeriods;
        var line = LineTotals.Of(box, side);
        return
        [
            .. Enumerable.Range(0, 14).Select(period => (object?)(period < periods.Count ? periods[period] : 0)), box.ScoreOf(side),
            NbaJson.Share(line.FieldGoalsMade, line.FieldGoalsAttempted), NbaJson.Share(line.FreeThrowsMade, line.FreeThrowsAttempted), NbaJson.Share(line.ThreesMade, line.ThreesAttempted),
            line.Assists, line.Rebounds, line.Turnovers,
        ];
    }

    private object?[] Series(SimulatedGame game)
    {
        var (home, away) = (game.Scheduled.Home, game.Scheduled.Away);
        var winners = Meetings(game).Select(other => other.Plan.Of(other.Box.Winner).Team).ToArray();
        var (wins, losses) = (winners.Count(team => team == home), winners.Count(team => team == away));
        return
        [
            game.Scheduled.Id.ToString(), TeamSpellings.NbaId(home), TeamSpellings.NbaId(away), NbaJson.Midnight(_date), wins, losses,
            wins == losses ? "Tied" : TeamSpellings.City(wins > losses ? home : away),
        ];
    }

    private object?[]? LastMeeting(SimulatedGame game)
    {
        if (Meetings(game).LastOrDefault(other => other.Scheduled.Date < _date) is not { } last)
        {
            return null;
        }

        var (home, away) = (last.Scheduled.Home, last.Scheduled.Away);
        return
        [
            game.Scheduled.Id.ToString(), last.Scheduled.Id.ToString(), NbaJson.Midnight(last.Scheduled.Date), TeamSpellings.NbaId(home), TeamSpellings.City(home),
            TeamSpellings.SimulatedNickname(home), home.Value, last.Box.HomeScore, TeamSpellings.NbaId(away), TeamSpellings.City(away), TeamSpellings.SimulatedNickname(away), away.Value,
            last.Box.AwayScore,
        ];
    }

    private IEnumerable<SimulatedGame> Meetings(SimulatedGame game) => _over.Where(other =>
        (other.Scheduled.Home == game.Scheduled.Home && other.Scheduled.Away == game.Scheduled.Away) || (other.Scheduled.Home == game.Scheduled.Away && other.Scheduled.Away == game.Scheduled.Home));

    private IEnumerable<object?[]> Standings(bool east) =>
        from team in _moment.Season.League.Size.Teams
        where Divisions.IsEast(team) == east
        let record = _records.OfSeason(team)
        let played = record.Wins + record.Losses
        orderby NbaJson.Share(record.Wins, played) descending, team
        select (object?[])
        [
            TeamSpellings.NbaId(team), "00", _moment.Season.League.Season.NbaSeasonId(SeasonPhase.Regular).ToString(CultureInfo.InvariantCulture), _date.ToString(), east ? "East" : "West",
            TeamSpellings.City(team), played, record.Wins, record.Losses, NbaJson.Share(record.Wins, played), Record(team, Side.Home), Record(team, Side.Away),
        ];

    private string Record(TeamTricode team, Side side)
    {
        var games = _over.Where(game => game.Scheduled.Id.Phase == SeasonPhase.Regular && game.Plan.Of(side).Team == team).ToArray();
        var wins = games.Count(game => game.Box.Winner == side);
        return string.Create(CultureInfo.InvariantCulture, $"{wins}-{games.Length - wins}");
    }

    private IEnumerable<object?[]> Leaders(SimulatedGame game)
    {
        if (_games.BoxOf(_moment, game) is not { } box)
        {
            yield break;
        }

        foreach (var side in new[] { Side.Away, Side.Home })
        {
            var team = game.Plan.Of(side).Team;
            var lines = box.Of(side).ToArray();
            yield return
            [
                game.Scheduled.Id.ToString(), TeamSpellings.NbaId(team), TeamSpellings.City(team), TeamSpellings.SimulatedNickname(team), team.Value,
                .. Best(line => line.Points), .. Best(line => line.Rebounds), .. Best(line => line.Assists),
            ];

            object?[] Best(Func<PlayerCounts, int> count) => lines.MaxBy(count) is { } best ? [best.Player.Id.Id, best.Player.FullName, count(best)] : [null, null, null];
        }
    }
}
