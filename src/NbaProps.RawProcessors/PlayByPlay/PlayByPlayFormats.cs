using NbaProps.RawProcessors.Formats;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>Play-by-play of games.</summary>
internal static class PlayByPlayFormats
{
    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json("nba_playbyplay", "play-by-play of the CDN", CdnPlayByPlay.Recognises, CdnPlayByPlay.Read),
        PayloadFormat.Other("bigdataball", "play-by-play as CSV", BigDataBallFile.Recognises, BigDataBallFile.Read),
    ];
}
