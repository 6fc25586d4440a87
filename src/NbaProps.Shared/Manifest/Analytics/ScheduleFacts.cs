using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.Shared.Manifest.Analytics;

/// <summary>What a row of the schedule means to those who read it.</summary>
public static class ScheduleFacts
{
    private const int Final = 3;

    /// <summary>Whether the game is over and its box score final.</summary>
    public static bool IsFinal(this NbacScheduleRow game) => game is { GameStatus: Final, Postponed: false };

    /// <summary>Whether the game is one that is prepared and predicted: not postponed, no preseason or All-Star game.</summary>
    public static bool IsPredicted(this NbacScheduleRow game) => !game.Postponed && CountedGames.Counts(game.SeasonPhase);
}
