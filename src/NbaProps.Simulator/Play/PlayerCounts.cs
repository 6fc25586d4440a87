using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Play;

/// <summary>A player's line of a box score.</summary>
/// <param name="player">Who.</param>
/// <param name="side">For whom.</param>
/// <param name="starter">Whether he started.</param>
public sealed class PlayerCounts(SimulatedPlayer player, Side side, bool starter)
{
    /// <summary>Who.</summary>
    public SimulatedPlayer Player { get; } = player;

    /// <summary>For whom.</summary>
    public Side Side { get; } = side;

    /// <summary>Whether he started.</summary>
    public bool Starter { get; } = starter;

    /// <summary>Seconds on court; 0 when he did not play.</summary>
    public int Seconds { get; internal set; }

    /// <summary>Field goals that went in, threes included.</summary>
    public int FieldGoalsMade { get; private set; }

    /// <summary>Field goals tried, threes included.</summary>
    public int FieldGoalsAttempted { get; private set; }

    /// <summary>Threes that went in.</summary>
    public int ThreesMade { get; private set; }

    /// <summary>Threes tried.</summary>
    public int ThreesAttempted { get; private set; }

    /// <summary>Free throws that went in.</summary>
    public int FreeThrowsMade { get; private set; }

    /// <summary>Free throws tried.</summary>
    public int FreeThrowsAttempted { get; private set; }

    /// <summary>Rebounds at the other end's basket.</summary>
    public int OffensiveRebounds { get; private set; }

    /// <summary>Rebounds at one's own basket.</summary>
    public int DefensiveRebounds { get; private set; }

    /// <summary>Passes to made shots.</summary>
    public int Assists { get; private set; }

    /// <summary>Balls taken.</summary>
    public int Steals { get; private set; }

    /// <summary>Shots blocked.</summary>
    public int Blocks { get; private set; }

    /// <summary>Balls lost.</summary>
    public int Turnovers { get; private set; }

    /// <summary>Fouls.</summary>
    public int Fouls { get; private set; }

    /// <summary>Points of his team less the other's while he was on court.</summary>
    public int PlusMinus { get; internal set; }

    /// <summary>Points.</summary>
    public int Points => (2 * FieldGoalsMade) + ThreesMade + FreeThrowsMade;

    /// <summary>Rebounds.</summary>
    public int Rebounds => OffensiveRebounds + DefensiveRebounds;

    internal void Count(PlayEvent play)
    {
        var made = play.Made == true ? 1 : 0;
        switch (play.Kind)
        {
            case PlayKind.Shot:
                FieldGoalsAttempted++;
                FieldGoalsMade += made;
                ThreesAttempted += play.Spot!.IsThree ? 1 : 0;
                ThreesMade += play.Spot.IsThree ? made : 0;
                break;
            case PlayKind.FreeThrow:
                FreeThrowsAttempted++;
                FreeThrowsMade += made;
                break;
            case PlayKind.Rebound when play.Offensive == true:
                OffensiveRebounds++;
                break;
            case PlayKind.Rebound:
                DefensiveRebounds++;
                break;
            case PlayKind.Turnover:
                Turnovers++;
                break;
            case PlayKind.Foul:
                Fouls++;
                break;
        }
    }

    internal void CountOther(PlayEvent play)
    {
        Assists += play is { Kind: PlayKind.Shot, Made: true } ? 1 : 0;
        Blocks += play is { Kind: PlayKind.Shot, Made: false } ? 1 : 0;
        Steals += play.Kind == PlayKind.Turnover ? 1 : 0;
    }
}
