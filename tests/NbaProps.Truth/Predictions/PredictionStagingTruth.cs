using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Simulator.Play;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Predictions;

/// <summary>What the workers staged.</summary>
internal sealed class PredictionStagingTruth : AdvisedTruth<PredictionStagingRow>
{
    protected override PredictionStagingRow Row(Candidate candidate, string system, string featuresMissing, AdvisedPredictionRow? opinion, DayTruth day) => new()
    {
        GameDate = day.Date,
        GameId = candidate.Game.Scheduled.Id,
        PlayerId = candidate.Player.Id,
        Market = "points",
        SystemId = system,
        Serving = "served",
        PlayerName = candidate.Player.FullName,
        Team = candidate.Team,
        Opponent = candidate.Opponent,
        HomeGame = candidate.Side == Side.Home,
        Season = day.Season.Season.League.Season,
        SeasonPhase = candidate.Game.Scheduled.Id.Phase.ToStorageName(),
        TipOff = candidate.Game.Scheduled.TipOff,
        PredictedPoints = opinion?.PredictedPoints,
        Line = candidate.Line?.Current.Quote.Line,
        Bookmaker = candidate.Line?.Current.Quote.Book.Key,
        OverPrice = candidate.Line?.Current.Quote.Over,
        UnderPrice = candidate.Line?.Current.Quote.Under,
        LineSnapshotAt = candidate.Line?.Current.SeenAt,
        LineSnapshotAssumed = candidate.Line is null ? null : false,
        Edge = Edge(candidate, opinion),
        POver = null,
        Confidence = opinion?.Confidence,
        Recommendation = opinion?.Recommendation ?? string.Empty,
        Reason = opinion?.Reason ?? string.Empty,
        FeatureVersion = "v2_33features",
        FeaturesMissing = featuresMissing,
        SimilarGames = opinion?.SimilarGames,
        Source = "prediction_staging",
        AsOf = NotSaid,
    };
}
