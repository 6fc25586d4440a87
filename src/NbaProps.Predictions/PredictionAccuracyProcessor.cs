using NbaProps.Domain.Calendar;
using NbaProps.Domain.Predictions;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Predictions;

/// <summary>Computes <c>nba_predictions.prediction_accuracy</c>.</summary>
public sealed class PredictionAccuracyProcessor : IProcessor<PredictionAccuracyRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => PredictionsPhase.Accuracy;

    /// <inheritdoc/>
    public Computation<PredictionAccuracyRow> Compute(IInputs inputs, RunContext context)
    {
        var results = new Results(inputs, context.Date);
        var rows = inputs.Rows<PlayerPropPredictionRow>()
            .Where(row => row.GameDate == context.Date && string.Equals(row.Serving, Servings.Served, StringComparison.Ordinal))
            .OrderBy(row => row.GameId).ThenBy(row => row.PlayerId).ThenBy(row => row.Market, StringComparer.Ordinal).ThenBy(row => row.SystemId, StringComparer.Ordinal)
            .Select(row => Row(row, results.Of(row.GameId, row.PlayerId), context))
            .ToArray();
        if (rows.Length == 0)
            return Computation<PredictionAccuracyRow>.NoData("no served prediction");

        var reason = string.Join(", ", rows.GroupBy(row => row.Grade, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"));
        var unsummarised = results.FinalWithoutSummary(rows.Select(row => row.GameId));
        return unsummarised.Count > 0
            ? Computation<PredictionAccuracyRow>.Degraded(rows, $"{reason}; final and not summarised: {string.Join(", ", unsummarised)}")
            : Computation<PredictionAccuracyRow>.Of(rows, reason);
    }

    private PredictionAccuracyRow Row(PlayerPropPredictionRow row, PlayerResult result, RunContext context)
    {
        var grade = Grading.Grade(Recommendations.Parse(row.Recommendation), row.Line, result.Outcome);
        var line = row.Line?.ToDouble();
        var error = row.PredictedPoints - result.Outcome.Points;
        return new()
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
            Season = row.Season,
            SeasonPhase = row.SeasonPhase,
            PredictedPoints = row.PredictedPoints,
            Line = row.Line,
            Bookmaker = row.Bookmaker,
            OverPrice = row.OverPrice,
            UnderPrice = row.UnderPrice,
            Confidence = row.Confidence,
            POver = row.POver,
            Recommendation = row.Recommendation,
            ActualPoints = result.Outcome.Points,
            MinutesPlayed = result.Minutes,
            Grade = grade.ToStorageName(),
            PredictionCorrect = grade is Grade.Correct or Grade.Wrong ? grade == Grade.Correct : null,
            AbsoluteError = error is { } signed ? Math.Abs(signed) : null,
            SignedError = error,
            PredictedMargin = row.PredictedPoints - line,
            ActualMargin = result.Outcome.Points - line,
            Within3Points = error is { } three ? Math.Abs(three) <= 3 : null,
            Within5Points = error is { } five ? Math.Abs(five) <= 5 : null,
            VoidReason = result.WhyNotPlayed,
            Source = Declaration.Name,
            AsOf = context.AsOf,
        };
    }
}
