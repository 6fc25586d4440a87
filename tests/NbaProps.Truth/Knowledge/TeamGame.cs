using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Truth.Knowledge;

/// <summary>A team's part in a game that was played. Rule: counts are its players' together; what is nobody's own, such as a team rebound, is in none.</summary>
internal sealed class TeamGame
{
    private TeamGame? _other;

    public TeamGame(SimulatedGame game, Side side)
    {
        (Game, Side) = (game, side);
        var lines = game.Box.Of(side).ToArray();
        Minutes = lines.Sum(line => (line.Seconds + 30) / 60);
        FieldGoalsMade = lines.Sum(line => line.FieldGoalsMade);
        FieldGoalsAttempted = lines.Sum(line => line.FieldGoalsAttempted);
        ThreesMade = lines.Sum(line => line.ThreesMade);
        ThreesAttempted = lines.Sum(line => line.ThreesAttempted);
        FreeThrowsMade = lines.Sum(line => line.FreeThrowsMade);
        FreeThrowsAttempted = lines.Sum(line => line.FreeThrowsAttempted);
        OffensiveRebounds = lines.Sum(line => line.OffensiveRebounds);
        DefensiveRebounds = lines.Sum(line => line.DefensiveRebounds);
        Assists = lines.Sum(line => line.Assists);
        Steals = lines.Sum(line => line.Steals);
        Blocks = lines.Sum(line => line.Blocks);
        Turnovers = lines.Sum(line => line.Turnovers);
        Fouls = lines.Sum(line => line.Fouls);
    }

    public SimulatedGame Game { get; }

    public Side Side { get; }

    public GameId Id => Game.Scheduled.Id;

    public GameDate Date => Game.Scheduled.Date;

    public TeamTricode Team => Game.Plan.Of(Side).Team;

    public TeamTricode Opponent => Game.Plan.Of(Side.Other()).Team;

    public bool IsHome => Side == Side.Home;

    public bool Won => Game.Box.Winner == Side;

    public int Points => Game.Box.ScoreOf(Side);

    public int Margin => Points - Game.Box.ScoreOf(Side.Other());

    /// <summary>Rule: the sum of its players' rounded minutes.</summary>
    public int Minutes { get; }

    public int FieldGoalsMade { get; }

    public int FieldGoalsAttempted { get; }

    public int ThreesMade { get; }

    public int ThreesAttempted { get; }

    public int FreeThrowsMade { get; }

    public int FreeThrowsAttempted { get; }

    public int OffensiveRebounds { get; }

    public int DefensiveRebounds { get; }

    public int Assists { get; }

    public int Steals { get; }

    public int Blocks { get; }

    public int Turnovers { get; }

    public int Fouls { get; }

    /// <summary>FGA + 0.44 x FTA + TOV - OREB.</summary>
    public double Possessions => FieldGoalsAttempted + (0.44 * FreeThrowsAttempted) + Turnovers - OffensiveRebounds;

    /// <summary>Possessions that ended otherwise than in an offensive rebound: FGA + 0.44 x FTA + TOV.</summary>
    public double Ended => Possessions + OffensiveRebounds;

    public double TrueShooting => Points / (2 * (FieldGoalsAttempted + (0.44 * FreeThrowsAttempted)));

    public double EffectiveFieldGoal => (FieldGoalsMade + (0.5 * ThreesMade)) / FieldGoalsAttempted;

    public double Rating => 100 * Points / Possessions;

    /// <summary>The other team's part in the same game.</summary>
    public TeamGame Other() => _other ??= new(Game, Side.Other());

    /// <summary>Possessions per 48 minutes of this team's rounded minutes: the mean of both teams'.</summary>
    public double Pace() => 48 * (Possessions + Other().Possessions) / 2 / (Minutes / 5.0);
}
