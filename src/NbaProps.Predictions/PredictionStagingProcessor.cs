using NbaProps.Domain.Features;
using NbaProps.Domain.Predictions;
using NbaProps.Predictions.Systems;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Predictions;

/// <summary>Computes <c>nba_predictions.prediction_staging</c>: the worker, for one game.</summary>
public sealed class PredictionStagingProcessor : IProcessor<PredictionStagingRow>
{
    private const string Market = "points";

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => PredictionsPhase.Staging;

    /// <inheritdoc/>
    public Computation<PredictionStagingRow> Compute(IInputs inputs, RunContext context)
    {
        var game = context.Partition.Game ?? throw new InvalidOperationException($"{Declaration.Name} works on a game, not on {context.Partition}.");
        if (!inputs.Rows<PredictionRequestRow>().Any(request => request.GameDate == context.Date && request.GameId == game))
            return Computation<PredictionStagingRow>.NoData($"no predictions are requested for game {game}");

        var players = PredictionFeatures.Of(inputs, context.Date).Where(row => row.GameId == game).ToArray();
        var ids = players.Select(row => row.PlayerId).ToHashSet();
        var played = Histories.Played(inputs.Rows<PlayerGameSummaryRow>().Where(row => ids.Contains(row.PlayerId)), context.Date);
        var ratings = new OpponentRatings(Histories.Defense(inputs.Rows<TeamDefenseGameSummaryRow>(), context.Date));
        var rows = players
            .Select(row => PredictionSubject.Of(row, PastGame.Of(played.Of(row.PlayerId), ratings, Similarity.LookBack)))
            .SelectMany(subject => PredictionSystems.All.Select(system => Row(subject, system, context)))
            .ToArray();
        return Computation<PredictionStagingRow>.Of(rows, $"{players.Length} players, {rows.Count(row => row.PredictedPoints is not null)} predictions");
    }

    private PredictionStagingRow Row(PredictionSubject subject, PredictionSystem system, RunContext context)
    {
        var row = subject.Row;
        var outcome = system.Predict(subject);
        var advice = Advice.On(system, outcome, row.CurrentPointsLine);
        return new()
        {
            GameDate = context.Date,
            GameId = row.GameId,
            PlayerId = row.PlayerId,
            Market = Market,
            SystemId = system.Id,
            Serving = row.Serving,
            PlayerName = row.PlayerName,
            Team = row.Team,
            Opponent = row.Opponent,
            HomeGame = row.HomeGame,
            Season = row.Season,
            SeasonPhase = row.SeasonPhase,
            TipOff = row.TipOff,
            PredictedPoints = outcome.Points,
            Line = row.CurrentPointsLine,
            Bookmaker = row.Bookmaker,
            OverPrice = row.OverPrice,
            UnderPrice = row.UnderPrice,
            LineSnapshotAt = row.LineSnapshotAt,
            LineSnapshotAssumed = row.LineSnapshotAssumed,
            Edge = advice.Edge,
            POver = null,
            Confidence = outcome.Confidence,
            Recommendation = advice.Recommendation.ToStorageName(),
            Reason = advice.Reason,
            FeatureVersion = FeatureContract.Version,
            FeaturesMissing = string.Join(',', subject.Missing()),
            SimilarGames = outcome.SimilarGames,
            Source = Declaration.Name,
            AsOf = context.AsOf,
        };
    }
}
