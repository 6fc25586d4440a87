using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>What the game logs of players and of teams have in common.</summary>
internal static class GameLogPayloads
{
    /// <summary>Source of the rows.</summary>
    public const string Source = "nba_leaguegamelog";

    /// <summary>The lines of a payload.</summary>
    /// <param name="payload">The whole payload.</param>
    /// <param name="date">The date that every line must be of; null for any.</param>
    /// <param name="headers">Headers that the log must have.</param>
    /// <param name="limits">The largest counts, a player's or a team's.</param>
    public static IEnumerable<GameLogLine> Lines(PayloadNode payload, GameDate? date, IReadOnlyList<string> headers, BoxCountLimits limits) =>
        ResultSet.Of(payload, "LeagueGameLog", headers).Rows.Select(line => GameLogLine.Of(line, date, limits));

    /// <summary>The rows of a whole log.</summary>
    /// <exception cref="PermanentException">Two are of one player or team in one game.</exception>
    public static Reading<TRow> Whole<TRow, TKey>(PayloadNode payload, IEnumerable<TRow> rows, Func<TRow, TKey> key)
        where TRow : class
    {
        var all = rows.ToArray();
        return all.GroupBy(key).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new PermanentException(OneLine.Of($"{payload.File}: {twice.Count()} lines are of {twice.Key}; accepted is one of each player or team in a game"))
            : Reading<TRow>.Of(all);
    }

    /// <summary>What is missing in a date's rows: a game of which only one team is there, or that has no winner yet.</summary>
    public static string? Missing(IEnumerable<(string Game, TeamTricode Team, bool? Won)> rows)
    {
        var games = rows.GroupBy(row => row.Game, StringComparer.Ordinal).ToArray();
        var halves = games
            .Where(game => game.Select(row => row.Team).Distinct().Count() != 2)
            .Select(game => $"{game.Key} has rows of {string.Join(", ", game.Select(row => row.Team).Distinct().Order())} only");
        var open = games.Where(game => game.Any(row => row.Won is null)).Select(game => $"{game.Key} is not over");
        return string.Join("; ", halves.Concat(open)) is { Length: > 0 } missing ? missing : null;
    }
}
