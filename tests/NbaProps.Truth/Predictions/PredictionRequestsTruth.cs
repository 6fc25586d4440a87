using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Pipeline;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Features;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Predictions;

/// <summary>The games of a date that have candidates, and how many.</summary>
internal sealed class PredictionRequestsTruth : TableTruth<PredictionRequestRow>
{
    protected override IEnumerable<PredictionRequestRow> Rows(DayTruth day) => Standing.Of(day, [Moment.Context, Moment.CutOff], moment => At(day, moment), (row, asOf) => row with { AsOf = asOf });

    private static IReadOnlyList<PredictionRequestRow> At(DayTruth day, Moment moment) =>
    [
        .. from game in day.SlateAt(moment).Candidates.GroupBy(candidate => candidate.Game)
           let scheduled = game.Key.Scheduled
           orderby scheduled.Id
           select new PredictionRequestRow
           {
               GameDate = day.Date,
               GameId = scheduled.Id,
               HomeTeam = scheduled.Home,
               AwayTeam = scheduled.Away,
               TipOff = scheduled.TipOff,
               Candidates = game.Count(),
               CandidatesReady = game.Count(candidate => CandidateFeatures.MissingRequired(CandidateFeatures.Of(candidate, day.SlateAt(moment), day)).Length == 0),
               CandidatesWithLine = game.Count(candidate => candidate.Line is not null),
               Source = "prediction_requests",
               AsOf = default,
           },
    ];
}
