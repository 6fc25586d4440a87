using NbaProps.Domain;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Nba;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Scoreboard;

/// <summary>Reads the content network's scoreboard of the day (todaysScoreboard).</summary>
internal static class TodaysScoreboardPayload
{
    /// <summary>What rows of this form name as their source.</summary>
    public const string Source = "nba_scoreboard_cdn";

    /// <summary>The games; left out are those that are not between two of the thirty teams.</summary>
    public static Reading<NbacScoreboardRow> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var rows = new List<NbacScoreboardRow>();
        var leftOut = new List<string>();
        var seen = new HashSet<GameId>();
        foreach (var game in root.Required("scoreboard").Required("games").Items())
        {
            var id = LeagueGame.Id(game.Required("gameId"));
            if (!seen.Add(id))
            {
                throw new PermanentException($"{root.File}: game {id} is listed twice");
            }

            var (home, away) = (game.Required("homeTeam"), game.Required("awayTeam"));
            if (LeagueTeam.Of(home.Required("teamId"), home.Required("teamTricode")) is not { } homeTeam
                || LeagueTeam.Of(away.Required("teamId"), away.Required("teamTricode")) is not { } awayTeam)
            {
                leftOut.Add($"{id}: not between two of the thirty teams");
                continue;
            }

            // A game is on its own date, whatever date the scoreboard is headed with.
            var eastern = game.Required("gameEt");
            var date = LeagueTipOff.Day(eastern);
            rows.Add(new ScoreboardGame(
                date, id, game.Required("gameStatus"), game.Required("gameStatusText").Text().Trim(), homeTeam, awayTeam, home.Optional("score"), away.Optional("score"),
                LeagueTipOff.Of(eastern, game.Required("gameTimeUTC"), date)).Row(Source, asOf));
        }

        return new(rows, leftOut);
    }
}
