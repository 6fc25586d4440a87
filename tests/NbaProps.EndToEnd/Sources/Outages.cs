namespace NbaProps.EndToEnd.Sources;

/// <summary>Which sources are down when: a path's status, 0 where it is answered.</summary>
internal static class Outages
{
    private const int Down = 500;
    private const int NotYet = 404;

    private static readonly DateTimeOffset SecondDay = Nights.Second.At(9);

    /// <summary>
    /// The first source of every chain is down. In the first night those that publish late have not published: the second night they are down too. The box
    /// scores of the second night are with the last of their chain alone.
    /// </summary>
    public static int WithoutPrimaries(string path, DateTimeOffset now) => path switch
    {
        _ when Is(path, "/stats/scheduleleaguev2int", "/stats/scoreboardV2", "/stats/leaguegamelog", "/stats/playerindex", "/v4/sports", "/referee/injury") => Down,
        _ when Is(path, "/pdfs") => now < SecondDay.AddDays(0.5) ? NotYet : Down,
        _ when Is(path, "/drive/v3/files") => now < SecondDay.AddDays(0.5) ? NotYet : Down,
        _ when Is(path, "/static/json/liveData/boxscore", "/nba/boxscore") => now < SecondDay.AddDays(0.5) ? 0 : Down,
        _ => 0,
    };

    /// <summary>From the second morning on those are down as well that stand in first; so that the last of each chain is asked.</summary>
    public static int WithoutFirstStandIns(string path, DateTimeOffset now) => path switch
    {
        _ when now >= SecondDay && Is(path, "/stats/scoreboardV2", "/static/json/liveData/scoreboard", "/stats/leaguegamelog", "/static/json/liveData/boxscore", "/referee/injury", "/v1/player_injuries") => Down,

        // ESPN has no ids of the league's: it can say how games stand that the league has listed, and so it has been asked before.
        _ when now >= SecondDay.AddHours(6) && Is(path, "/stats/scheduleleaguev2int", "/static/json/staticData") => Down,
        _ => 0,
    };

    private static bool Is(string path, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (path.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
