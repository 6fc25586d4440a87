using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Scoreboard;

/// <summary>The league's scoreboards.</summary>
internal static class ScoreboardFormats
{
    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json("nba_scoreboard", "scoreboardV2", root => ResultSet.Find(root, "GameHeader") is not null, ScoreboardV2Payload.Read),
        PayloadFormat.Json("nba_scoreboard", "todaysScoreboard", root => root.Optional("scoreboard") is not null, TodaysScoreboardPayload.Read),
    ];
}
