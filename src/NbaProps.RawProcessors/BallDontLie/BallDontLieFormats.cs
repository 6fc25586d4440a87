using NbaProps.RawProcessors.Formats;

namespace NbaProps.RawProcessors.BallDontLie;

/// <summary>What balldontlie sends.</summary>
internal static class BallDontLieFormats
{
    private const string Source = "balldontlie";

    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json(Source, "box_scores", BallDontLieBoxScores.Recognises, BallDontLieBoxScores.Read),
        PayloadFormat.Json(Source, "injuries", BallDontLieInjuries.Recognises, BallDontLieInjuries.Read),
        PayloadFormat.Json(Source, "games", BallDontLieGames.Recognises, BallDontLieGames.Read),
    ];
}
