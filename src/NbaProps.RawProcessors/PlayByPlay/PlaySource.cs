namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>Where plays come from.</summary>
/// <param name="Source">Name of the upstream.</param>
/// <param name="DataSource">What the table of plays calls it.</param>
internal sealed record PlaySource(string Source, string DataSource)
{
    /// <summary>BigDataBall's file of the next morning.</summary>
    public static PlaySource BigDataBall { get; } = new("bigdataball", "bigdataball");

    /// <summary>The CDN's play-by-play, until the file is there.</summary>
    public static PlaySource Cdn { get; } = new("nba_playbyplay", "nbacom_fallback");
}
