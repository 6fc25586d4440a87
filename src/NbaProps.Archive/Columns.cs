namespace NbaProps.Archive;

/// <summary>Column names: those of the league's game log as it is served, and those that the archive's files must have.</summary>
internal static class Columns
{
    /// <summary>Headers of the players' game log, in the league's order.</summary>
    public static IReadOnlyList<string> PlayerLog { get; } =
    [
        "SEASON_ID", "PLAYER_ID", "PLAYER_NAME", "TEAM_ID", "TEAM_ABBREVIATION", "TEAM_NAME", "GAME_ID", "GAME_DATE", "MATCHUP", "WL", "MIN",
        "FGM", "FGA", "FG_PCT", "FG3M", "FG3A", "FG3_PCT", "FTM", "FTA", "FT_PCT", "OREB", "DREB", "REB", "AST", "STL", "BLK", "TOV", "PF", "PTS",
        "PLUS_MINUS", "FANTASY_PTS", "VIDEO_AVAILABLE",
    ];

    /// <summary>Headers of the teams' game log, in the league's order.</summary>
    public static IReadOnlyList<string> TeamLog { get; } =
        [.. PlayerLog.Except(["PLAYER_ID", "PLAYER_NAME", "FANTASY_PTS"], StringComparer.Ordinal)];

    /// <summary>What a file of regular-season player lines must have.</summary>
    public static IReadOnlyList<string> PlayerFile => PlayerLog;

    /// <summary>What a file of regular-season team lines must have; the flag for video is not in it.</summary>
    public static IReadOnlyList<string> TeamFile { get; } = [.. TeamLog.Except(["VIDEO_AVAILABLE"], StringComparer.Ordinal)];

    /// <summary>Counts that both logs have, in their order.</summary>
    public static IReadOnlyList<string> Counts { get; } =
        ["MIN", "FGM", "FGA", "FG3M", "FG3A", "FTM", "FTA", "OREB", "DREB", "REB", "AST", "STL", "BLK", "TOV", "PF", "PTS"];

    /// <summary>What a file of playoff lines must have: each row bears its team's line too.</summary>
    public static IReadOnlyList<string> PlayoffFile { get; } =
    [
        .. PlayerLog.Except(["SEASON_ID", "TEAM_NAME", "VIDEO_AVAILABLE"], StringComparer.Ordinal),
        .. Counts.Select(count => "TEAM_" + count),
        "TEAM_FG_PCT", "TEAM_FG3_PCT", "TEAM_FT_PCT",
    ];
}
