using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>The league's box scores: its logs, and those of single games.</summary>
internal static class BoxScoreFormats
{
    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json("nba_leaguegamelog", "leaguegamelog of players", root => IsLog(root, "PLAYER_ID"), PlayerBoxscoresProcessor.Lines),
        PayloadFormat.Json("nba_leaguegamelog", "leaguegamelog of teams", root => IsLog(root, "TEAM_ID"), TeamBoxscoreProcessor.Lines),
        PayloadFormat.Json("nba_cdn_boxscore", "box score of the CDN", CdnBoxScore.Recognises, CdnBoxScore.Read),
        PayloadFormat.Json("nba_team_boxscore", "boxscoretraditional in result sets", ResultSetBoxScore.Recognises, ResultSetBoxScore.Read),
        PayloadFormat.Json("nba_team_boxscore", "boxScoreTraditional", TraditionalBoxScore.Recognises, TraditionalBoxScore.Read),
    ];

    private static bool IsLog(PayloadNode root, string header) =>
        ResultSet.Find(root, "LeagueGameLog") is { } set && ResultSet.HeaderNames(set).Contains(header, StringComparer.Ordinal);
}
