using System.Text.Json;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>Reads the CDN's box score of a game: both teams, then the players of both by person id. As in the league's log, only who played has a line.</summary>
internal static class CdnBoxScore
{
    /// <summary>Whether a payload is one.</summary>
    public static bool Recognises(PayloadNode root) => root.Optional("game")?.Optional("homeTeam")?.Optional("players") is not null;

    /// <summary>The lines.</summary>
    public static Reading<BoxCounts> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var game = root.Required("game");
        var id = BoxScoreFacts.Game(game.Required("gameId"));
        var status = game.Required("gameStatus");
        if ((status.Whole() is >= 1 and <= 3 ? status.Whole() : throw status.Refused("1, 2 or 3")) == 1)
        {
            return new([], [$"game {id}: has not started"]);
        }

        var (homeNode, awayNode) = (game.Required("homeTeam"), game.Required("awayTeam"));
        if (TeamOf(homeNode) is not { } home || TeamOf(awayNode) is not { } away)
        {
            return new([], [BoxScoreFacts.NotOurs(id, TeamOf(homeNode) is null ? Letters(homeNode).Text() : Letters(awayNode).Text())]);
        }

        if (home == away)
        {
            throw Letters(awayNode).Refused($"another team than {home}, who play at home");
        }

        var date = game.Optional("gameEt") is { } start ? DateOf(start) : (GameDate?)null;
        var final = status.Whole() == 3;
        var (homeCounts, awayCounts) = (Counts(homeNode, final), Counts(awayNode, final));
        var margin = homeCounts.Points - awayCounts.Points;
        bool? homeWon = final && margin != 0 ? margin > 0 : null;
        var homeSide = new Side(id, date, home, away, IsHome: true, homeWon);
        var awaySide = new Side(id, date, away, home, IsHome: false, !homeWon);

        var leftOut = new List<string>();
        var players = new SortedDictionary<(GameId, PlayerKey), PlayerBoxScoreLine>();
        AddPlayers(homeSide, homeNode, players, leftOut);
        AddPlayers(awaySide, awayNode, players, leftOut);
        BoxCounts[] teams = [TeamLine(homeSide, homeNode, homeCounts, margin), TeamLine(awaySide, awayNode, awayCounts, -margin)];
        return new([.. teams, .. players.Values], leftOut);
    }

    private static BoxCounts Counts(PayloadNode team, bool final)
    {
        var counts = BoxCounts.Read(team.Required("statistics"), BoxCountNames.CdnTeam, BoxCountLimits.Team);
        var score = team.Required("score");
        return !final || score.Whole() == counts.Points ? counts : throw score.Refused($"the points of its statistics, {counts.Points}");
    }

    private static TeamBoxScoreLine TeamLine(Side side, PayloadNode node, BoxCounts counts, int margin) => new(counts with { PlusMinus = margin })
    {
        GameId = side.Game,
        GameDate = side.Date,
        Team = side.Team,
        Opponent = side.Opponent,
        IsHome = side.IsHome,
        Won = side.Won,
        SecondsPlayed = BoxScoreFacts.Seconds(node.Required("statistics").Required("minutes"), BoxCountLimits.Team),
    };

    private static void AddPlayers(Side side, PayloadNode team, SortedDictionary<(GameId Game, PlayerKey Player), PlayerBoxScoreLine> lines, List<string> leftOut)
    {
        foreach (var player in team.Required("players").Items())
        {
            var name = player.Required("name");
            var statistics = player.Required("statistics");
            var time = statistics.Required("minutes");
            var line = new PlayerBoxScoreLine(BoxCounts.Read(statistics, BoxCountNames.Cdn, BoxCountLimits.Player))
            {
                GameId = side.Game,
                GameDate = side.Date,
                PlayerId = BoxScoreFacts.Player(player.Required("personId")),
                PlayerName = name.Text(),
                NameKey = BoxScoreFacts.Name(name.Text(), name),
                Team = side.Team,
                Opponent = side.Opponent,
                IsHome = side.IsHome,
                Won = side.Won,
                Starter = Flag(player.Required("starter")),
                SecondsPlayed = BoxScoreFacts.Seconds(time, BoxCountLimits.Player),
            };
            if (Flag(player.Required("played")))
            {
                lines.Add(line, player.Required("personId"));
                continue;
            }

            if (line.SecondsPlayed > 0 || !line.IsEmpty)
            {
                throw player.Required("played").Refused($"\"1\" of {line.PlayerName}, who has {time.Text()} of playing time and {line.Points} points");
            }

            var reasons = new[] { player.Optional("notPlayingReason")?.Text(), player.Optional("notPlayingDescription")?.Text() };
            leftOut.Add(BoxScoreFacts.DidNotPlay(line.PlayerName, side.Team, string.Join(", ", reasons.Where(reason => !string.IsNullOrEmpty(reason)))));
        }
    }

    private static PayloadNode Letters(PayloadNode team) => team.Required("teamTricode");

    private static TeamTricode? TeamOf(PayloadNode team) => BoxScoreFacts.Team(Letters(team), team.Required("teamId"));

    // Eastern wall time; its offset is sometimes a wrong Z, so that only the written date is to be trusted.
    private static GameDate DateOf(PayloadNode start) =>
        start.Kind == JsonValueKind.String && start.Text() is { Length: > 10 } text && text[10] == 'T' && GameDate.TryParse(text[..10], out var date)
            ? date
            : throw start.Refused("an Eastern time such as 2026-02-11T19:00:00-05:00");

    private static bool Flag(PayloadNode flag) => flag.Text() switch
    {
        "1" => true,
        "0" => false,
        _ => throw flag.Refused("\"1\" or \"0\""),
    };

    private sealed record Side(GameId Game, GameDate? Date, TeamTricode Team, TeamTricode Opponent, bool IsHome, bool? Won);
}
