namespace NbaProps.RawProcessors.Espn;

/// <summary>What ESPN says of a game's progress, as the league says it.</summary>
/// <param name="GameStatus">1 scheduled, 2 live, 3 final.</param>
/// <param name="Text">In ESPN's words; PPD of a postponed game.</param>
/// <param name="Postponed">Whether the game was postponed.</param>
internal sealed record EspnStatus(int GameStatus, string Text, bool Postponed)
{
    /// <summary>Name of ESPN's scoreboard, box scores and rosters as a source.</summary>
    public const string Source = "espn";

    /// <summary>The status of a game; null when it ended otherwise than by being played, such as by being cancelled: the league has no such status.</summary>
    public static EspnStatus? Of(EspnScoreboardLine game) => game switch
    {
        { State: "pre", Status: not "STATUS_POSTPONED" } => new(1, game.StatusText, Postponed: false),
        { State: "in" } => new(2, game.StatusText, Postponed: false),
        { State: "post", Completed: true } => new(3, game.StatusText, Postponed: false),
        { Status: "STATUS_POSTPONED" } => new(1, "PPD", Postponed: true),
        _ => null,
    };
}
