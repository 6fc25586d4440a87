using System.Globalization;

using NbaProps.RawProcessors.BoxScores;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.BallDontLie;

/// <summary>
/// Reads balldontlie's box scores: for each game the game, then the players who appeared. Minutes are whole ones, and who is listed with none
/// and has nothing to his name is not known to have played.
/// </summary>
internal static class BallDontLieBoxScores
{
    /// <summary>Whether a payload is one.</summary>
    public static bool Recognises(PayloadNode root) => BallDontLieNodes.First(root)?.Optional("home_team")?.Optional("players") is not null;

    /// <summary>The games and lines.</summary>
    public static Reading<object> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var rows = new List<object>();
        var leftOut = new List<string>();
        var seen = new HashSet<(long Game, long Player)>();
        foreach (var node in root.Required("data").Items())
        {
            if (BallDontLieGames.Game(node, leftOut) is not { } game)
            {
                continue;
            }

            if (!seen.Add((game.Number, Player: 0)))
            {
                throw node.Required("id").Refused("a number that no game before it has");
            }

            rows.Add(game);
            AddPlayers(node.Required("home_team"), game, isHome: true);
            AddPlayers(node.Required("visitor_team"), game, isHome: false);
        }

        return new(rows, leftOut);

        void AddPlayers(PayloadNode team, BallDontLieGame game, bool isHome)
        {
            foreach (var entry in team.Required("players").Items())
            {
                var line = Line(entry, game, isHome);
                if (!seen.Add((game.Number, line.PlayerNumber)))
                {
                    throw entry.Required("player").Refused($"one line of {line.PlayerName} in a game, not two");
                }

                if (line is { Minutes: 0, IsEmpty: true })
                {
                    leftOut.Add(BoxScoreFacts.DidNotPlay(line.PlayerName, line.Team, reason: null));
                    continue;
                }

                rows.Add(line);
            }
        }
    }

    private static BallDontLiePlayerLine Line(PayloadNode entry, BallDontLieGame game, bool isHome)
    {
        var player = entry.Required("player");
        var (name, key) = BallDontLieNodes.Name(player);
        var (team, opponent) = isHome ? (game.Home, game.Away) : (game.Away, game.Home);
        return new BallDontLiePlayerLine(BoxCounts.Read(entry, BoxCountNames.BallDontLie, BoxCountLimits.Player))
        {
            GameNumber = game.Number,
            GameDate = game.GameDate,
            PlayerNumber = BallDontLieNodes.Number(player.Required("id")),
            PlayerName = name,
            NameKey = key,
            Team = team,
            Opponent = opponent,
            IsHome = isHome,
            Won = BallDontLieGames.Won(game, team),
            Minutes = Minutes(entry.Required("min")),
        };
    }

    private static int Minutes(PayloadNode time) =>
        int.TryParse(time.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= BoxCountLimits.Player.Minutes
            ? minutes
            : throw time.Refused(string.Create(CultureInfo.InvariantCulture, $"whole minutes such as \"37\", up to {BoxCountLimits.Player.Minutes}"));
}
