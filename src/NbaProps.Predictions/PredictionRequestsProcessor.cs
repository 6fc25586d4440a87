using NbaProps.Domain;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Predictions;

/// <summary>Computes <c>nba_predictions.prediction_requests</c>: the coordinator. Its rows are the units of work of the workers.</summary>
public sealed class PredictionRequestsProcessor : IProcessor<PredictionRequestRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => PredictionsPhase.Requests;

    /// <inheritdoc/>
    public Computation<PredictionRequestRow> Compute(IInputs inputs, RunContext context)
    {
        var rows = PredictionFeatures.Of(inputs, context.Date).GroupBy(row => row.GameId).Select(game => Row(game.Key, [.. game], context)).ToArray();
        return Computation<PredictionRequestRow>.Of(
            rows, rows.Length == 0 ? "no candidate" : $"{rows.Length} games, {rows.Sum(row => row.Candidates)} candidates, {rows.Sum(row => row.CandidatesWithLine)} with a line");
    }

    private PredictionRequestRow Row(GameId game, MlFeatureStoreRow[] players, RunContext context)
    {
        var first = players[0];
        return new()
        {
            GameDate = context.Date,
            GameId = game,
            HomeTeam = first.HomeGame ? first.Team : first.Opponent,
            AwayTeam = first.HomeGame ? first.Opponent : first.Team,
            TipOff = first.TipOff,
            Candidates = players.Length,
            CandidatesReady = players.Count(player => player.MissingRequired.Length == 0),
            CandidatesWithLine = players.Count(player => player.CurrentPointsLine is not null),
            Source = Declaration.Name,
            AsOf = context.AsOf,
        };
    }
}
