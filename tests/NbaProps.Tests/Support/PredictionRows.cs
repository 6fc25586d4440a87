using NbaProps.Domain;
using NbaProps.Domain.Features;
using NbaProps.Domain.Odds;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Manifest.Predictions;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Support;

/// <summary>Rows of phase 5 for the made-up evening of <see cref="GameRows"/>.</summary>
internal static class PredictionRows
{
    /// <summary>A feature row with the given features, all others missing.</summary>
    public static MlFeatureStoreRow FeatureRow(IReadOnlyDictionary<int, double> features, decimal? line = 24.5m, int player = 1)
    {
        var vector = new FeatureVector(Enumerable.Range(0, FeatureContract.Count).Select(index => features.TryGetValue(index, out var value) ? value : (double?)null));
        return new MlFeatureStoreRow
        {
            GameDate = Day, GameId = Game, PlayerId = new PlayerKey(player), FeatureVersion = FeatureContract.Version, Serving = "served", PlayerName = $"Player {player}",
            Team = Bos, Opponent = Nyk, HomeGame = true, Season = new(2022), SeasonPhase = "regular", TipOff = Tip, TipOffAssumed = false,
            FeatureContractHash = FeatureContract.Hash, FeatureCount = features.Count, MissingRequired = string.Join(',', vector.MissingRequired().Select(feature => feature.Name)),
            OutOfRange = string.Empty, DaysRest = 1, GamesPlayedSeason = 30, CurrentPointsLine = line is { } points ? new PointsLine(points) : null, Bookmaker = "draftkings",
            OverPrice = null, UnderPrice = null, LineSnapshotAt = null, LineSnapshotAssumed = null, MinutesBeforeTipOff = null, Source = "test", AsOf = Day.At(10),
        }.WithFeatures(vector);
    }

    /// <summary>Everything that both systems require: 26, 24 and 22 points on average, at home, rested, against a defence of 111.</summary>
    public static SortedDictionary<int, double> Features() => new()
    {
        [FeatureIndex.PointsAvgLast5] = 26, [FeatureIndex.PointsAvgLast10] = 24, [FeatureIndex.PointsAvgSeason] = 22, [FeatureIndex.PointsStdLast10] = 5,
        [FeatureIndex.HomeAway] = 1, [FeatureIndex.BackToBack] = 0, [FeatureIndex.OpponentDefRating] = 111, [FeatureIndex.MinutesAvgLast10] = 34, [FeatureIndex.PpmAvgLast10] = 0.7,
    };

    public static PlayerPropPredictionRow Prediction(string recommendation, decimal? line, double? predicted = 27, int player = 1, string serving = "served") => new()
    {
        GameDate = Day, GameId = Game, PlayerId = new PlayerKey(player), Market = "points", SystemId = "moving_average_v1", Serving = serving, PlayerName = $"Player {player}",
        Team = Bos, Opponent = Nyk, HomeGame = true, Season = new(2022), SeasonPhase = "regular", TipOff = Tip, PredictedPoints = predicted,
        Line = line is { } points ? new PointsLine(points) : null, Bookmaker = null, OverPrice = null, UnderPrice = null, LineSnapshotAt = null, LineSnapshotAssumed = null,
        Edge = null, POver = null, Confidence = null, Recommendation = recommendation, Reason = "test", IsActive = serving == "served", FeatureVersion = FeatureContract.Version,
        FeaturesMissing = string.Empty, SimilarGames = null, Source = "test", AsOf = Day.At(10),
    };

    public static PredictionAccuracyRow Graded(PlayerPropPredictionRow row, int? actual, string grade) => new()
    {
        GameDate = row.GameDate, GameId = row.GameId, PlayerId = row.PlayerId, Market = row.Market, SystemId = row.SystemId, Serving = row.Serving, PlayerName = row.PlayerName,
        Team = row.Team, Opponent = row.Opponent, Season = row.Season, SeasonPhase = row.SeasonPhase, PredictedPoints = row.PredictedPoints, Line = row.Line,
        Bookmaker = row.Bookmaker, OverPrice = null, UnderPrice = null, Confidence = null, POver = null, Recommendation = row.Recommendation, ActualPoints = actual,
        MinutesPlayed = actual is null ? null : 40, Grade = grade, PredictionCorrect = null, AbsoluteError = null, SignedError = null, PredictedMargin = null,
        ActualMargin = null, Within3Points = null, Within5Points = null, VoidReason = null, Source = "test", AsOf = Day.At(30),
    };

    public static PredictionRequestRow Request() => new()
    {
        GameDate = Day, GameId = Game, HomeTeam = Bos, AwayTeam = Nyk, TipOff = Tip, Candidates = 1, CandidatesReady = 1, CandidatesWithLine = 1, Source = "test", AsOf = Day.At(10),
    };
}
