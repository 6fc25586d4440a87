using System.Text.Json;

using NbaProps.Domain;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>
/// Reads boxscoretraditional's result sets: the teams, then the players by person id. They have neither date nor status, and do not say who
/// plays at home: the order of the teams means nothing.
/// </summary>
internal static class ResultSetBoxScore
{
    private const string Teams = "TeamStats";
    private const string Players = "PlayerStats";

    private static readonly IReadOnlyList<string> TeamHeaders = [.. BoxCountNames.ResultSets.All, "GAME_ID", "TEAM_ID", "TEAM_ABBREVIATION", "MIN"];
    private static readonly IReadOnlyList<string> PlayerHeaders = [.. TeamHeaders, "PLAYER_ID", "PLAYER_NAME", "START_POSITION", "COMMENT"];

    /// <summary>Whether a payload is one.</summary>
    public static bool Recognises(PayloadNode root) => ResultSet.Find(root, Players) is not null && ResultSet.Find(root, Teams) is not null;

    /// <summary>The lines.</summary>
    public static Reading<BoxCounts> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var rows = ResultSet.Of(root, Teams, TeamHeaders).Rows.ToArray();
        var playerRows = ResultSet.Of(root, Players, PlayerHeaders).Rows.ToArray();
        if (rows.Length == 0 && playerRows.Length == 0)
        {
            return new([], ["the box score is empty: the game has not started"]);
        }

        if (rows.Length != 2)
        {
            throw new PermanentException($"{root.File}: {Teams} has {rows.Length} rows; accepted are two, one for each team");
        }

        var id = BoxScoreFacts.Game(rows[0]["GAME_ID"]);
        if (TeamOf(rows[0]) is not { } first || TeamOf(rows[1]) is not { } second)
        {
            return new([], [BoxScoreFacts.NotOurs(id, (TeamOf(rows[0]) is null ? rows[0] : rows[1])["TEAM_ABBREVIATION"].Text())]);
        }

        if (first == second)
        {
            throw rows[1]["TEAM_ABBREVIATION"].Refused($"another team than {first}");
        }

        var leftOut = new List<string>();
        var players = new SortedDictionary<(GameId, PlayerKey), PlayerBoxScoreLine>();
        foreach (var row in playerRows)
        {
            var team = TeamOf(row) is { } own && (own == first || own == second) ? own : throw row["TEAM_ABBREVIATION"].Refused($"{first} or {second}");
            RequireSame(row, id);
            AddPlayer(row, id, team, team == first ? second : first, players, leftOut);
        }

        RequireSame(rows[1], id);
        return new([TeamLine(rows[0], id, first, second), TeamLine(rows[1], id, second, first), .. players.Values], leftOut);
    }

    private static TeamBoxScoreLine TeamLine(ResultRow row, GameId id, TeamTricode team, TeamTricode opponent) => new(Counts(row, BoxCountLimits.Team))
    {
        GameId = id,
        GameDate = null,
        Team = team,
        Opponent = opponent,
        IsHome = null,
        Won = null,
        SecondsPlayed = BoxScoreFacts.Seconds(row["MIN"], BoxCountLimits.Team),
    };

    private static void AddPlayer(
        ResultRow row, GameId id, TeamTricode team, TeamTricode opponent, SortedDictionary<(GameId Game, PlayerKey Player), PlayerBoxScoreLine> lines, List<string> leftOut)
    {
        var name = row["PLAYER_NAME"];
        if (row["MIN"].Kind == JsonValueKind.Null)
        {
            if (row["PTS"].Kind != JsonValueKind.Null)
            {
                throw row["MIN"].Refused("a playing time such as 30:19 of a player who has points");
            }

            leftOut.Add(BoxScoreFacts.DidNotPlay(name.Text(), team, TextOrNull(row["COMMENT"])));
            return;
        }

        lines.Add(
            new PlayerBoxScoreLine(Counts(row, BoxCountLimits.Player))
            {
                GameId = id,
                GameDate = null,
                PlayerId = BoxScoreFacts.Player(row["PLAYER_ID"]),
                PlayerName = name.Text(),
                NameKey = BoxScoreFacts.Name(name.Text(), name),
                Team = team,
                Opponent = opponent,
                IsHome = null,
                Won = null,
                Starter = TextOrNull(row["START_POSITION"]) is { Length: > 0 },
                SecondsPlayed = BoxScoreFacts.Seconds(row["MIN"], BoxCountLimits.Player),
            },
            row["PLAYER_ID"]);
    }

    private static BoxCounts Counts(ResultRow row, BoxCountLimits limits) =>
        BoxCounts.Read(header => row[header], row[BoxCountNames.ResultSets.PlusMinus], BoxCountNames.ResultSets, limits);

    private static void RequireSame(ResultRow row, GameId id)
    {
        if (BoxScoreFacts.Game(row["GAME_ID"]) != id)
        {
            throw row["GAME_ID"].Refused($"the game of the other rows, {id}");
        }
    }

    private static TeamTricode? TeamOf(ResultRow row) => BoxScoreFacts.Team(row["TEAM_ABBREVIATION"], row["TEAM_ID"]);

    private static string? TextOrNull(PayloadNode cell) => cell.Kind == JsonValueKind.Null ? null : cell.Text();
}
