using NbaProps.Domain.BoxScores;

namespace NbaProps.Domain.Predictions;

/// <summary>What a game brought a player: not known yet, nothing because he did not play, or points.</summary>
public readonly record struct GameOutcome
{
    private GameOutcome(bool isFinal, int? points) => (IsFinal, Points) = (isFinal, points);

    /// <summary>The game has not ended, or its box score is not final. Also <c>default(GameOutcome)</c>.</summary>
    public static GameOutcome NotFinal => default;

    /// <summary>The game is final and the player was not on court.</summary>
    public static GameOutcome DidNotPlay => new(isFinal: true, points: null);

    /// <summary>Whether the game is over and its box score final.</summary>
    public bool IsFinal { get; }

    /// <summary>Whether the game is final and the player was on court.</summary>
    public bool Played => Points is not null;

    /// <summary>The player's points, 0 or more; null unless he played in a final game.</summary>
    public int? Points { get; }

    /// <summary>The game is final; the player played when his time is above zero.</summary>
    /// <param name="minutes">Playing time to the second: rounded to minutes, a few seconds on court would count as not played.</param>
    /// <param name="points">0 or more, and 0 without playing time.</param>
    /// <exception cref="ArgumentException">Points without playing time: the time is rounded, or the row is wrong.</exception>
    public static GameOutcome Final(Minutes minutes, int points)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        if (minutes.IsPlayed)
            return new GameOutcome(isFinal: true, points);
        return points == 0
            ? DidNotPlay
            : throw new ArgumentException(FormattableString.Invariant($"{points} points were given without playing time."), nameof(points));
    }
}
