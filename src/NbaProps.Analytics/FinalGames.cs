using NbaProps.Domain;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Analytics;

/// <summary>The date's games that are over. A box score of another game is not final: its figures would pass for facts.</summary>
internal sealed class FinalGames
{
    private readonly HashSet<GameId> _games;

    public FinalGames(IInputs inputs, RunContext context) =>
        _games = [.. inputs.Rows<NbacScheduleRow>().Where(game => game.GameDate == context.Date && game.IsFinal()).Select(game => game.GameId)];

    public bool Contains(GameId game) => _games.Contains(game);

    /// <summary>The result of a summary: degraded where a final game has no rows, or rows were left out because their game is not final.</summary>
    public Computation<TRow> Result<TRow>(IReadOnlyList<TRow> rows, IEnumerable<GameId> withRows, IEnumerable<GameId> withBoxScore, IReadOnlyList<string> otherProblems)
        where TRow : WarehouseRow
    {
        var summarised = withRows.ToHashSet();
        var empty = _games.Where(game => !summarised.Contains(game)).Order().ToArray();
        var notFinal = withBoxScore.Where(game => !_games.Contains(game)).Distinct().Order().ToArray();
        List<string> problems =
        [
            .. empty.Select(game => $"game {game} is final and has no complete box score"),
            .. notFinal.Select(game => $"game {game} has a box score and is not final in the schedule"),
            .. otherProblems,
        ];
        if (problems.Count > 0)
            return Computation<TRow>.Degraded(rows, string.Join("; ", problems));
        return _games.Count == 0 ? Computation<TRow>.NoData("no final game") : Computation<TRow>.Of(rows, $"{rows.Count} rows of {_games.Count} games");
    }
}
