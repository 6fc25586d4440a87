using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Simulator.Serving.Nba;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Predictions;

/// <summary>What became of each served prediction: graded against its own line by what the player really scored.</summary>
internal sealed class PredictionAccuracyTruth : TableTruth<PredictionAccuracyRow>
{
    protected override IEnumerable<PredictionAccuracyRow> Rows(DayTruth day) => throw new NotSupportedException("What was predicted is no fact of the day.");

    protected override async Task<IEnumerable<PredictionAccuracyRow>> RowsAsync(DayTruth day, Stored stored, CancellationToken cancellationToken) =>
        (await stored.RowsAsync<PlayerPropPredictionRow>(cancellationToken)).Where(row => row.Serving == "served").Select(row => Row(row, day));

    private static PredictionAccuracyRow Row(PlayerPropPredictionRow served, DayTruth day)
    {
        var game = day.Season.Season.ById[served.GameId];
        var line = BoxTruth.Players(game).Where(line => line.Player.Id == served.PlayerId).Select(line => new PlayerGame(game, line)).FirstOrDefault();
        int? points = line is { Played: true } ? line.Line.Points : null;
        var (error, against) = (served.PredictedPoints - points, (double?)served.Line?.Value);
        var grade = Grade(served.Recommendation, served.Line, points);
        return new()
        {
            GameDate = day.Date,
            GameId = served.GameId,
            PlayerId = served.PlayerId,
            Market = served.Market,
            SystemId = served.SystemId,
            Serving = served.Serving,
            PlayerName = served.PlayerName,
            Team = served.Team,
            Opponent = served.Opponent,
            Season = served.Season,
            SeasonPhase = served.SeasonPhase,
            PredictedPoints = served.PredictedPoints,
            Line = served.Line,
            Bookmaker = served.Bookmaker,
            OverPrice = served.OverPrice,
            UnderPrice = served.UnderPrice,
            POver = served.POver,
            Confidence = served.Confidence,
            Recommendation = served.Recommendation,
            ActualPoints = points,
            MinutesPlayed = line?.Minutes,
            Grade = grade,
            PredictionCorrect = grade switch { "correct" => true, "wrong" => false, _ => null },
            AbsoluteError = error is { } miss ? Math.Abs(miss) : null,
            SignedError = error,
            PredictedMargin = served.PredictedPoints - against,
            ActualMargin = points - against,
            Within3Points = error is null ? null : error is >= -3 and <= 3,
            Within5Points = error is null ? null : error is >= -5 and <= 5,
            VoidReason = line is null ? "no_box_score_row" : line.Played ? null : "zero_minutes",
            Source = "prediction_accuracy",
            AsOf = day.At(Moment.NextMorning),
        };
    }

    // Rule: with a line and without playing it is off, whatever was advised; a side that was not taken is nothing to grade.
    private static string Grade(string recommendation, PointsLine? line, int? points) => (recommendation, (double?)line?.Value, points) switch
    {
        (_, not null, null) => "void",
        (not ("OVER" or "UNDER"), _, _) or (_, null, _) => "not_gradable",
        (_, { } against, { } scored) when scored == against => "push",
        ("OVER", { } against, { } scored) => scored > against ? "correct" : "wrong",
        (_, { } against, { } scored) => scored < against ? "correct" : "wrong",
    };
}
