using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Predictions;

/// <summary>Computes <c>nba_predictions.player_prop_predictions</c>: all games' staged predictions together, by the rule of frozen rows.</summary>
public sealed class PlayerPropPredictionsProcessor : IProcessor<PlayerPropPredictionRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => PredictionsPhase.Predictions;

    /// <inheritdoc/>
    public Computation<PlayerPropPredictionRow> Compute(IInputs inputs, RunContext context)
    {
        var requested = inputs.Rows<PredictionRequestRow>().Where(row => row.GameDate == context.Date).Select(row => row.GameId).ToHashSet();

        // Staging of a game that is no longer requested is left from an earlier state of the date.
        var staged = inputs.Rows<PredictionStagingRow>().Where(row => row.GameDate == context.Date && requested.Contains(row.GameId)).ToArray();
        var rows = FrozenRows.Apply(
            [.. staged.Select(row => Row(row, context))],
            inputs.Own<PlayerPropPredictionRow>(),
            context.Now,
            static (row, serving) => row with { Serving = serving, IsActive = string.Equals(serving, Servings.Served, StringComparison.Ordinal) });

        var missing = requested.Except(staged.Select(row => row.GameId)).Order().ToArray();
        var reason = $"{rows.Count(row => row.IsActive)} served, {rows.Count(row => !row.IsActive)} replayed";
        return missing.Length > 0
            ? Computation<PlayerPropPredictionRow>.Degraded(rows, $"{reason}; nothing is staged for {string.Join(", ", missing)}")
            : Computation<PlayerPropPredictionRow>.Of(rows, rows.Count == 0 ? "no prediction requested" : reason);
    }

    private PlayerPropPredictionRow Row(PredictionStagingRow row, RunContext context) => new()
    {
        GameDate = row.GameDate,
        GameId = row.GameId,
        PlayerId = row.PlayerId,
        Market = row.Market,
        SystemId = row.SystemId,
        Serving = row.Serving,
        PlayerName = row.PlayerName,
        Team = row.Team,
        Opponent = row.Opponent,
        HomeGame = row.HomeGame,
        Season = row.Season,
        SeasonPhase = row.SeasonPhase,
        TipOff = row.TipOff,
        PredictedPoints = row.PredictedPoints,
        Line = row.Line,
        Bookmaker = row.Bookmaker,
        OverPrice = row.OverPrice,
        UnderPrice = row.UnderPrice,
        LineSnapshotAt = row.LineSnapshotAt,
        LineSnapshotAssumed = row.LineSnapshotAssumed,
        Edge = row.Edge,
        POver = row.POver,
        Confidence = row.Confidence,
        Recommendation = row.Recommendation,
        Reason = row.Reason,
        IsActive = string.Equals(row.Serving, Servings.Served, StringComparison.Ordinal),
        FeatureVersion = row.FeatureVersion,
        FeaturesMissing = row.FeaturesMissing,
        SimilarGames = row.SimilarGames,
        Source = Declaration.Name,
        AsOf = context.AsOf,
    };
}
