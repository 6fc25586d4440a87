using NbaProps.Domain;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>Reads boxscoretraditional's third version: both teams, then the players of both by person id. It has neither date nor status.</summary>
internal static class TraditionalBoxScore
{
    /// <summary>Whether a payload is one.</summary>
    public static bool Recognises(PayloadNode root) => root.Optional("boxScoreTraditional") is not null;

    /// <summary>The lines.</summary>
    public static Reading<BoxCounts> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var game = root.Required("boxScoreTraditional");
        var id = BoxScoreFacts.Game(game.Required("gameId"));
        var (homeNode, awayNode) = (game.Required("homeTeam"), game.Required("awayTeam"));
        if (TeamOf(homeNode) is not { } home || TeamOf(awayNode) is not { } away)
        {
            return new([], [BoxScoreFacts.NotOurs(id, Letters(TeamOf(homeNode) is null ? homeNode : awayNode).Text())]);
        }

        if (home == away)
        {
            throw Letters(awayNode).Refused($"another team than {home}, who play at home");
        }

        var leftOut = new List<string>();
        var players = new SortedDictionary<(GameId, PlayerKey), PlayerBoxScoreLine>();
        var (homeSide, awaySide) = (new Side(id, home, away, IsHome: true), new Side(id, away, home, IsHome: false));
        AddPlayers(homeSide, homeNode, players, leftOut);
        AddPlayers(awaySide, awayNode, players, leftOut);
        BoxCounts[] teams = [TeamLine(homeSide, homeNode.Required("statistics")), TeamLine(awaySide, awayNode.Required("statistics"))];
        return new([.. teams, .. players.Values], leftOut);
    }

    private static TeamBoxScoreLine TeamLine(Side side, PayloadNode statistics) => new(BoxCounts.Read(statistics, BoxCountNames.Cdn, BoxCountLimits.Team))
    {
        GameId = side.Game,
        GameDate = null,
        Team = side.Team,
        Opponent = side.Opponent,
        IsHome = side.IsHome,
        Won = null,
        SecondsPlayed = BoxScoreFacts.Seconds(statistics.Required("minutes"), BoxCountLimits.Team),
    };

    private static void AddPlayers(Side side, PayloadNode team, SortedDictionary<(GameId Game, PlayerKey Player), PlayerBoxScoreLine> lines, List<string> leftOut)
    {
        foreach (var player in team.Required("players").Items())
        {
            var statistics = player.Required("statistics");
            var time = statistics.Required("minutes");
            var family = player.Required("familyName");
            var name = string.Join(' ', new[] { player.Required("firstName").Text(), family.Text() }.Where(part => part.Length > 0));
            if (time.Text().Length == 0)
            {
                leftOut.Add(BoxScoreFacts.DidNotPlay(name, side.Team, player.Optional("comment")?.Text()));
                continue;
            }

            lines.Add(
                new PlayerBoxScoreLine(BoxCounts.Read(statistics, BoxCountNames.Cdn, BoxCountLimits.Player))
                {
                    GameId = side.Game,
                    GameDate = null,
                    PlayerId = BoxScoreFacts.Player(player.Required("personId")),
                    PlayerName = name,
                    NameKey = BoxScoreFacts.Name(name, family),
                    Team = side.Team,
                    Opponent = side.Opponent,
                    IsHome = side.IsHome,
                    Won = null,
                    Starter = player.Optional("position")?.Text() is { Length: > 0 },
                    SecondsPlayed = BoxScoreFacts.Seconds(time, BoxCountLimits.Player),
                },
                player.Required("personId"));
        }
    }

    private static PayloadNode Letters(PayloadNode team) => team.Required("teamTricode");

    private static TeamTricode? TeamOf(PayloadNode team) => BoxScoreFacts.Team(Letters(team), team.Required("teamId"));

    private sealed record Side(GameId Game, TeamTricode Team, TeamTricode Opponent, bool IsHome);
}
