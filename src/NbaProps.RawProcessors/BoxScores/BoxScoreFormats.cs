using NbaProps.RawProcessors.BallDontLie;
using NbaProps.RawProcessors.Formats;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>Box scores of single games, of the league and of balldontlie.</summary>
internal static class BoxScoreFormats
{
    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json("nba_cdn_boxscore", "box score of the CDN", CdnBoxScore.Recognises, CdnBoxScore.Read),
        PayloadFormat.Json("nba_team_boxscore", "boxscoretraditional in result sets", ResultSetBoxScore.Recognises, ResultSetBoxScore.Read),
        PayloadFormat.Json("nba_team_boxscore", "boxScoreTraditional", TraditionalBoxScore.Recognises, TraditionalBoxScore.Read),
        PayloadFormat.Json("balldontlie", "box_scores", BallDontLieBoxScores.Recognises, BallDontLieBoxScores.Read),
        PayloadFormat.Json("balldontlie", "injuries", BallDontLieInjuries.Recognises, BallDontLieInjuries.Read),
        PayloadFormat.Json("balldontlie", "games", BallDontLieGames.Recognises, BallDontLieGames.Read),
    ];
}
