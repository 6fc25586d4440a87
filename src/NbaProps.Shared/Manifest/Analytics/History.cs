using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Analytics;

/// <summary>
/// Rows of earlier games by player or team, newest first. The one way in which features look back: whatever lies on or after the date is
/// dropped here, even if it was handed in.
/// </summary>
/// <typeparam name="TKey">Player or team.</typeparam>
/// <typeparam name="TRow">Row of a game.</typeparam>
public sealed class History<TKey, TRow>
    where TKey : notnull
    where TRow : WarehouseRow
{
    private readonly Dictionary<TKey, TRow[]> _rows;

    internal History(IEnumerable<TRow> rows, Func<TRow, TKey> key, Comparison<TRow> newestFirst)
    {
        _rows = rows.GroupBy(key).ToDictionary(group => group.Key, group => group.ToArray());
        Keys = [.. _rows.Keys.Order()];
        foreach (var list in _rows.Values)
        {
            Array.Sort(list, newestFirst);
        }
    }

    /// <summary>Everyone with a row, in order.</summary>
    public IReadOnlyList<TKey> Keys { get; }

    /// <summary>The rows of one, newest first; empty for the unknown.</summary>
    public IReadOnlyList<TRow> Of(TKey key) => _rows.TryGetValue(key, out var rows) ? rows : [];
}

/// <summary>Histories of the summary tables; preseason and All-Star games are left out.</summary>
public static class Histories
{
    /// <summary>Every appearance of each player before a date, zero minutes included.</summary>
    public static History<PlayerKey, PlayerGameSummaryRow> Appearances(IEnumerable<PlayerGameSummaryRow> rows, GameDate before) => new(
        rows.Where(row => row.GameDate < before && CountedGames.Counts(row.SeasonPhase)),
        row => row.PlayerId,
        (left, right) => NewestFirst(left.GameDate, left.GameId, right.GameDate, right.GameId));

    /// <summary>Every game that each player played before a date: minutes above zero.</summary>
    public static History<PlayerKey, PlayerGameSummaryRow> Played(IEnumerable<PlayerGameSummaryRow> rows, GameDate before) =>
        Appearances(rows.Where(row => row.Played), before);

    /// <summary>Every game of each team before a date, with the ball.</summary>
    public static History<TeamTricode, TeamOffenseGameSummaryRow> Offense(IEnumerable<TeamOffenseGameSummaryRow> rows, GameDate before) => new(
        rows.Where(row => row.GameDate < before && CountedGames.Counts(row.SeasonPhase)),
        row => row.Team,
        (left, right) => NewestFirst(left.GameDate, left.GameId, right.GameDate, right.GameId));

    /// <summary>Every game of each team before a date, without the ball.</summary>
    public static History<TeamTricode, TeamDefenseGameSummaryRow> Defense(IEnumerable<TeamDefenseGameSummaryRow> rows, GameDate before) => new(
        rows.Where(row => row.GameDate < before && CountedGames.Counts(row.SeasonPhase)),
        row => row.Team,
        (left, right) => NewestFirst(left.GameDate, left.GameId, right.GameDate, right.GameId));

    private static int NewestFirst(GameDate leftDate, GameId leftGame, GameDate rightDate, GameId rightGame)
    {
        var byDate = rightDate.CompareTo(leftDate);
        return byDate != 0 ? byDate : rightGame.CompareTo(leftGame);
    }
}
