using NbaProps.Domain;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>Collects the rows of a date. Two players of a team who cannot be told apart by what is written have one row.</summary>
internal sealed class GamebookPlayersOfDate
{
    private readonly Dictionary<(GameId Game, TeamTricode Team, NameKey Name), GamebookPlayerStatsRow> _rows = [];
    private readonly List<string> _leftOut = [];

    /// <summary>All rows, by key.</summary>
    public IReadOnlyList<GamebookPlayerStatsRow> Rows =>
        [.. _rows.OrderBy(row => row.Key.Game).ThenBy(row => row.Key.Team).ThenBy(row => row.Key.Name).Select(row => row.Value)];

    /// <summary>Those without a row, by name.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Adds a row; of several with one key the first stays.</summary>
    public void Take(GamebookPlayerStatsRow row)
    {
        if (!_rows.TryAdd((row.GameId, row.Team, row.NameKey), row))
        {
            _leftOut.Add($"a second {row.PlayerStatus} '{row.PlayerName}' ({row.Reason ?? "no reason"}) of {row.Team} in {row.GameId} has no row: both have the key '{row.NameKey}'");
        }
    }
}
