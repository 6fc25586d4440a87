using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Nba;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Scoreboard;

/// <summary>Reads scoreboardV2: who plays from GameHeader, the points from LineScore.</summary>
internal static class ScoreboardV2Payload
{
    /// <summary>What rows of this form name as their source.</summary>
    public const string Source = "nba_scoreboard_v2";

    private static readonly IReadOnlyList<string> GameHeaders =
        ["GAME_DATE_EST", "GAME_ID", "GAME_STATUS_ID", "GAME_STATUS_TEXT", "HOME_TEAM_ID", "VISITOR_TEAM_ID", "SEASON"];

    private static readonly IReadOnlyList<string> LineHeaders = ["GAME_ID", "TEAM_ID", "TEAM_ABBREVIATION", "PTS"];

    /// <summary>The games; left out are those that are not between two of the thirty teams.</summary>
    public static Reading<NbacScoreboardRow> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var points = Points(root);
        var rows = new List<NbacScoreboardRow>();
        var leftOut = new List<string>();
        var seen = new HashSet<GameId>();
        foreach (var header in ResultSet.Of(root, "GameHeader", GameHeaders).Rows)
        {
            var id = LeagueGame.Id(header["GAME_ID"]);
            if (!seen.Add(id))
            {
                throw new PermanentException($"{root.File}: game {id} is listed twice in GameHeader");
            }

            if (LeagueTeam.Of(header["HOME_TEAM_ID"], tricode: null) is { } home && LeagueTeam.Of(header["VISITOR_TEAM_ID"], tricode: null) is { } away)
            {
                rows.Add(Game(header, id, home, away, points).Row(Source, asOf));
            }
            else
            {
                leftOut.Add($"{id}: not between two of the thirty teams");
            }
        }

        return new(rows, leftOut);
    }

    private static ScoreboardGame Game(ResultRow header, GameId id, TeamTricode home, TeamTricode away, Dictionary<(GameId, TeamTricode), PayloadNode> points)
    {
        LeagueGame.RequireSeason(header["SEASON"], id.Season.StartYear.ToString(CultureInfo.InvariantCulture));
        var date = header["GAME_DATE_EST"].Day();
        var status = header["GAME_STATUS_ID"];
        var text = header["GAME_STATUS_TEXT"].Text().Trim();
        return new ScoreboardGame(date, id, status, text, home, away, PointsOf(home), PointsOf(away), status.WholeOrNull() == 1 ? TipOffOf(text, date) : null);

        PayloadNode? PointsOf(TeamTricode team) => points.TryGetValue((id, team), out var cell)
            ? cell.Stated()
            : status.WholeOrNull() == 1 || ScoreboardGame.IsPostponed(text)
                ? null
                : throw new PermanentException($"{header["GAME_ID"].File}: LineScore has no line of {team} in game {id}, which has begun");
    }

    private static Dictionary<(GameId, TeamTricode), PayloadNode> Points(PayloadNode root)
    {
        var points = new Dictionary<(GameId, TeamTricode), PayloadNode>();
        foreach (var line in ResultSet.Of(root, "LineScore", LineHeaders).Rows)
        {
            var id = LeagueGame.Id(line["GAME_ID"]);
            if (LeagueTeam.Of(line["TEAM_ID"], line["TEAM_ABBREVIATION"]) is { } team && !points.TryAdd((id, team), line["PTS"]))
            {
                throw new PermanentException($"{root.File}: LineScore has two lines of {team} in game {id}");
            }
        }

        return points;
    }

    // Only a game that has not begun has its start in its status, and midnight or TBD for one that is to be determined.
    private static TipOff? TipOffOf(string text, GameDate date) =>
        TimeOnly.TryParseExact(text, "h:mm tt 'ET'", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time == TimeOnly.MinValue ? TipOff.AssumedFor(date) : TipOff.Known(date.At(time.Hour, time.Minute))
            : text.Equals("TBD", StringComparison.OrdinalIgnoreCase) ? TipOff.AssumedFor(date) : null;
}
