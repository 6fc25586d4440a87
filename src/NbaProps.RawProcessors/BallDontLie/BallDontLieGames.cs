using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.BallDontLie;

/// <summary>Reads balldontlie's games.</summary>
internal static class BallDontLieGames
{
    private const int MostPoints = 300;

    /// <summary>Whether a payload is a list of games without box scores. An empty list is taken for one.</summary>
    public static bool Recognises(PayloadNode root) =>
        BallDontLieNodes.IsEmpty(root)
        || (BallDontLieNodes.First(root)?.Optional("home_team") is { } home && home.Optional("abbreviation") is not null && home.Optional("players") is null);

    /// <summary>The games.</summary>
    public static Reading<BallDontLieGame> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var games = new List<BallDontLieGame>();
        var leftOut = new List<string>();
        foreach (var node in root.Required("data").Items())
        {
            if (Game(node, leftOut) is not { } game)
            {
                continue;
            }

            games.Add(games.TrueForAll(other => other.Number != game.Number) ? game : throw node.Required("id").Refused("a number that no game before it has"));
        }

        return new(games, leftOut);
    }

    /// <summary>A game; null when one of its teams is not among the thirty, which is then among those left out.</summary>
    public static BallDontLieGame? Game(PayloadNode node, List<string> leftOut)
    {
        var number = BallDontLieNodes.Number(node.Required("id"));
        var (homeNode, awayNode) = (node.Required("home_team"), node.Required("visitor_team"));
        if (BallDontLieTeams.Of(homeNode) is not { } home || BallDontLieTeams.Of(awayNode) is not { } away)
        {
            var other = (BallDontLieTeams.Of(homeNode) is null ? homeNode : awayNode).Required("abbreviation").Text();
            leftOut.Add(string.Create(CultureInfo.InvariantCulture, $"game {number}: {other} is none of the thirty teams"));
            return null;
        }

        if (home == away)
        {
            throw awayNode.Required("abbreviation").Refused($"another team than {home}, who play at home");
        }

        var date = node.Required("date").Value<GameDate>(GameDate.TryParse, "a date yyyy-MM-dd");
        var status = node.Required("status").Text();
        var final = string.Equals(status, "Final", StringComparison.Ordinal);
        return new BallDontLieGame(
            number, date, home, away, TipOff(node.Optional("datetime"), date), status, final, Score("home_team_score"), Score("visitor_team_score"),
            node.Optional("postseason")?.Flag() ?? false);

        int? Score(string name) => !final
            ? null
            : node.Required(name) is var score && score.WholeOrNull() is { } points and >= 0 and <= MostPoints
                ? points
                : throw node.Required(name).Refused(string.Create(CultureInfo.InvariantCulture, $"a whole number from 0 to {MostPoints}"));
    }

    /// <summary>Whether a team won a game; null while it is not over.</summary>
    public static bool? Won(BallDontLieGame game, TeamTricode team) =>
        game is { HomeScore: { } home, AwayScore: { } away } && home != away ? team == (home > away ? game.Home : game.Away) : null;

    private static DateTimeOffset? TipOff(PayloadNode? start, GameDate date) => start is not { } given
        ? null
        : given.SportsDay() == date
            ? given.Instant()
            : throw given.Refused($"an instant of {date} in Eastern time");
}
