using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Pipeline;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Features;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Predictions;

/// <summary>
/// What stands beside a system's opinion: who, which game, which line, what was missing. The opinion itself (points, confidence, recommendation, reason, games it rests on) is no fact of the league's and is
/// taken as it stands; that there is one of each system for each candidate is not.
/// </summary>
/// <typeparam name="TRow">Staged or served predictions.</typeparam>
internal abstract class AdvisedTruth<TRow> : TableTruth<TRow>
    where TRow : AdvisedPredictionRow
{
    private static readonly string[] Systems = ["moving_average_v1", "similarity_v1"];

    protected sealed override IEnumerable<TRow> Rows(DayTruth day) => throw new NotSupportedException("A system's opinion is no fact of the day.");

    protected sealed override async Task<IEnumerable<TRow>> RowsAsync(DayTruth day, Stored stored, CancellationToken cancellationToken)
    {
        var opinions = (await stored.RowsAsync<TRow>(cancellationToken)).Where(row => row.Serving == "served").ToDictionary(row => (row.PlayerId, row.SystemId));
        var slate = day.SlateAt(Moment.CutOff);
        return
            from candidate in slate.Candidates
            let unusable = CandidateFeatures.Unusable(CandidateFeatures.Of(candidate, slate, day))
            from system in Systems
            select Row(candidate, system, unusable, opinions.GetValueOrDefault((candidate.Player.Id, system)), day);
    }

    /// <summary>The row of a table.</summary>
    protected abstract TRow Row(Candidate candidate, string system, string featuresMissing, AdvisedPredictionRow? opinion, DayTruth day);

    /// <summary>Predicted points less the line; null without either.</summary>
    protected static double? Edge(Candidate candidate, AdvisedPredictionRow? opinion) => opinion?.PredictedPoints - (double?)candidate.Line?.Current.Quote.Line.Value;
}
