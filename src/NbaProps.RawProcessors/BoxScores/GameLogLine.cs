using System.Text.Json;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>What a line of the league's game log says about a game and its counts, of a player or a team.</summary>
internal sealed record GameLogLine(
    ResultRow Row,
    GameDate Date,
    GameId GameId,
    TeamTricode Team,
    TeamTricode Opponent,
    bool IsHome,
    bool? Won,
    int Minutes,
    BoxCounts Counts)
{
    /// <summary>Headers that both logs must have.</summary>
    public static IReadOnlyList<string> Headers { get; } =
    [
        "SEASON_ID", "TEAM_ABBREVIATION", "GAME_ID", "GAME_DATE", "MATCHUP", "WL", "MIN", .. BoxCountNames.GameLog.All,
    ];

    /// <summary>Reads a line and refuses what contradicts itself.</summary>
    /// <param name="row">The row.</param>
    /// <param name="date">The date it must be of; null for any.</param>
    /// <param name="limits">The largest counts, a player's or a team's.</param>
    /// <exception cref="PermanentException">The message names the object, the row and what is accepted.</exception>
    public static GameLogLine Of(ResultRow row, GameDate? date, BoxCountLimits limits)
    {
        var game = row["GAME_ID"].Value<GameId>(GameId.TryParse, "a game id of ten digits");
        var onDate = row["GAME_DATE"];
        var own = onDate.Value<GameDate>(GameDate.TryParse, "a date yyyy-MM-dd");
        if (date is not null && own != date)
        {
            throw onDate.Refused($"the date that was asked for, {date}");
        }

        var seasonId = row["SEASON_ID"];
        if (!string.Equals(seasonId.Kind == JsonValueKind.String ? seasonId.Text() : seasonId.Element.GetRawText(), $"{game.Season.NbaSeasonId(game.Phase)}", StringComparison.Ordinal))
        {
            throw seasonId.Refused($"the season of game {game}, {game.Season.NbaSeasonId(game.Phase)}");
        }

        var team = row["TEAM_ABBREVIATION"].Value<TeamTricode>(TeamTricode.TryParse, "one of the thirty tricodes");
        var (isHome, opponent) = Matchup(row["MATCHUP"], team);
        return new GameLogLine(row, own, game, team, opponent, isHome, WonOf(row["WL"]), row["MIN"].Between(0, limits.Minutes), CountsOf(row, limits));
    }

    private static (bool IsHome, TeamTricode Opponent) Matchup(PayloadNode matchup, TeamTricode team)
    {
        var words = matchup.Text().Split(' ');
        return words is [var own, "vs." or "@", var other]
            && string.Equals(own, team.Value, StringComparison.Ordinal)
            && TeamTricode.TryParse(other, out var opponent)
            && opponent != team
                ? (words[1] is "vs.", opponent)
                : throw matchup.Refused($"'{team} vs. PHI' at home or '{team} @ PHI' away, with another team");
    }

    private static bool? WonOf(PayloadNode result) => result.Kind == JsonValueKind.Null
        ? null
        : result.Text() switch
        {
            "W" => true,
            "L" => false,
            _ => throw result.Refused("W, L, or null while the game is not over"),
        };

    // Rebounds of both kinds are not held against their sum: the log is what everything else is measured by.
    private static BoxCounts CountsOf(ResultRow row, BoxCountLimits limits)
    {
        var counts = BoxCounts.Stated(header => row[header], row["PLUS_MINUS"], BoxCountNames.GameLog, limits);
        return counts.Scoring().Contradictions() is { Count: > 0 } wrong
            ? throw new PermanentException($"{row["PTS"].File}: row {row.Number} contradicts itself: {string.Join("; ", wrong)}")
            : counts;
    }
}
