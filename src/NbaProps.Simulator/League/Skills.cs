namespace NbaProps.Simulator.League;

/// <summary>
/// What a player can do: the truth behind his numbers, which no source of the league states. Rates without a unit are relative: 1 is an average player of the
/// league on court.
/// </summary>
public sealed record Skills
{
    /// <summary>How much of his team's play ends with him while he is on court; 0.4 to 2.</summary>
    public required double Usage { get; init; }

    /// <summary>How often he shoots from each <see cref="ShotZone"/>, as shares that sum to 1.</summary>
    public required IReadOnlyList<double> Zones { get; init; }

    /// <summary>How much likelier than an average player's his shots go in, from anywhere; -0.06 to 0.06.</summary>
    public required double Touch { get; init; }

    /// <summary>The same for threes alone, on top of it; -0.05 to 0.05.</summary>
    public required double Range { get; init; }

    /// <summary>Probability that a free throw goes in; 0.5 to 0.93.</summary>
    public required double FreeThrow { get; init; }

    /// <summary>How often he is fouled.</summary>
    public required double DrawsFouls { get; init; }

    /// <summary>How often the pass to a made shot is his.</summary>
    public required double Passing { get; init; }

    /// <summary>How often he loses the ball.</summary>
    public required double Turnovers { get; init; }

    /// <summary>How often he gets a rebound at the other end's basket.</summary>
    public required double OffensiveRebounds { get; init; }

    /// <summary>How often he gets a rebound at his own basket.</summary>
    public required double DefensiveRebounds { get; init; }

    /// <summary>How often he takes a ball away.</summary>
    public required double Steals { get; init; }

    /// <summary>How often he blocks a shot.</summary>
    public required double Blocks { get; init; }

    /// <summary>How often he fouls.</summary>
    public required double Fouls { get; init; }

    /// <summary>How much less likely shots go in against him; -0.03 to 0.03.</summary>
    public required double Defence { get; init; }

    /// <summary>How well he plays altogether: his coach gives minutes by it. About 0, a star 2.</summary>
    public required double Worth { get; init; }
}
