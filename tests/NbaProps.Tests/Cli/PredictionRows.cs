using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Tests.Cli;

/// <summary>Predictions of an invented evening.</summary>
internal static class PredictionRows
{
    public static readonly GameDate Date = new(2022, 12, 27);

    private static readonly DateTimeOffset AsOf = new(2022, 12, 27, 16, 30, 0, TimeSpan.Zero);

    public static PlayerPropPredictionRow Prediction(string player, int id, string system, double? points, decimal? line, string recommendation, string reason) => new()
    {
        GameDate = Date,
        GameId = GameId.Parse("0022200512"),
        PlayerId = new PlayerKey(id),
        Market = "points",
        SystemId = system,
        Serving = Servings.Served,
        PlayerName = player,
        Team = TeamTricode.Parse("DAL"),
        Opponent = TeamTricode.Parse("NYK"),
        HomeGame = true,
        Season = new Season(2022),
        SeasonPhase = "regular",
        TipOff = AsOf.AddHours(8),
        PredictedPoints = points,
        Line = line is { } value ? new PointsLine(value) : null,
        Bookmaker = line is null ? null : "draftkings",
        OverPrice = null,
        UnderPrice = null,
        LineSnapshotAt = null,
        LineSnapshotAssumed = null,
        Edge = points - (double?)line,
        POver = null,
        Confidence = null,
        Recommendation = recommendation,
        Reason = reason,
        IsActive = true,
        FeatureVersion = "v2_33features",
        FeaturesMissing = string.Empty,
        SimilarGames = null,
        Source = "test",
        AsOf = AsOf,
    };

    public static PredictionAccuracyRow Graded(PlayerPropPredictionRow row, int? actual, string grade) => new()
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
        OverPrice = null,
        UnderPrice = null,
        Confidence = null,
        POver = null,
        Recommendation = row.Recommendation,
        ActualPoints = actual,
        MinutesPlayed = actual is null ? null : 40,
        Grade = grade,
        PredictionCorrect = null,
        AbsoluteError = null,
        SignedError = null,
        PredictedMargin = null,
        ActualMargin = null,
        Within3Points = null,
        Within5Points = null,
        VoidReason = null,
        Source = "test",
        AsOf = AsOf.AddHours(20),
    };
}
