using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Play;

/// <summary>Something that happened in a game, and who was on court. Which property says what depends on the kind; those that say nothing are null.</summary>
public sealed record PlayEvent
{
    /// <summary>Place in the game, from 1 without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>What.</summary>
    public required PlayKind Kind { get; init; }

    /// <summary>1 to 4, overtimes from 5.</summary>
    public required int Period { get; init; }

    /// <summary>Seconds that remain of the period.</summary>
    public required int Clock { get; init; }

    /// <summary>Points of the home team after it.</summary>
    public required int HomeScore { get; init; }

    /// <summary>Points of the visitors after it.</summary>
    public required int AwayScore { get; init; }

    /// <summary>The home team's five while it happened; after it, where it is a substitution.</summary>
    public required IReadOnlyList<SimulatedPlayer> HomeFive { get; init; }

    /// <summary>The visitors' five while it happened; after it, where it is a substitution.</summary>
    public required IReadOnlyList<SimulatedPlayer> AwayFive { get; init; }

    /// <summary>Whose it is; null for the beginning and the end of a period.</summary>
    public Side? Side { get; init; }

    /// <summary>Whose it is: the shooter, who rebounds, turns over, fouls, goes out, or jumps for the home team. Null where it is the team's.</summary>
    public SimulatedPlayer? Player { get; init; }

    /// <summary>Who passed (shot made), blocked (shot missed), stole (turnover), was fouled (foul), came in (substitution) or jumped for the visitors (jump ball).</summary>
    public SimulatedPlayer? Other { get; init; }

    /// <summary>Who got the ball of a jump.</summary>
    public SimulatedPlayer? Receiver { get; init; }

    /// <summary>Whether a shot or free throw went in.</summary>
    public bool? Made { get; init; }

    /// <summary>A shot's whereabouts.</summary>
    public ShotSpot? Spot { get; init; }

    /// <summary>Which free throw of how many.</summary>
    public (int Number, int Of)? FreeThrow { get; init; }

    /// <summary>Whether a rebound is of the team that shot.</summary>
    public bool? Offensive { get; init; }

    /// <summary>Which turnover.</summary>
    public TurnoverKind? Turnover { get; init; }

    /// <summary>Which foul.</summary>
    public FoulKind? Foul { get; init; }

    /// <summary>Points that it brings: 0 to 3.</summary>
    public int Points => Made != true ? 0 : Kind == PlayKind.FreeThrow ? 1 : Spot!.IsThree ? 3 : 2;

    /// <summary>Seconds of the period that are over.</summary>
    public int Elapsed => PeriodLength(Period) - Clock;

    /// <summary>Seconds of a period: twelve minutes, or five of overtime.</summary>
    public static int PeriodLength(int period) => period <= 4 ? 720 : 300;
}

/// <summary>Kinds of events.</summary>
public enum PlayKind
{
    /// <summary>A period begins.</summary>
    PeriodStart,

    /// <summary>A period ends.</summary>
    PeriodEnd,

    /// <summary>Two jump for the ball.</summary>
    JumpBall,

    /// <summary>A field goal is tried.</summary>
    Shot,

    /// <summary>A free throw is tried.</summary>
    FreeThrow,

    /// <summary>A missed shot is caught.</summary>
    Rebound,

    /// <summary>The ball is lost.</summary>
    Turnover,

    /// <summary>Somebody fouls.</summary>
    Foul,

    /// <summary>Somebody goes and somebody comes.</summary>
    Substitution,

    /// <summary>A team takes a time-out.</summary>
    Timeout,
}

/// <summary>Kinds of turnovers.</summary>
public enum TurnoverKind
{
    /// <summary>A pass that reaches nobody, or the wrong one.</summary>
    BadPass,

    /// <summary>The ball is lost, or taken.</summary>
    LostBall,

    /// <summary>Steps without a dribble.</summary>
    Traveling,

    /// <summary>A foul of the team with the ball.</summary>
    OffensiveFoul,

    /// <summary>Time runs out before a shot; the team's, nobody's own.</summary>
    ShotClock,
}

/// <summary>Kinds of fouls.</summary>
public enum FoulKind
{
    /// <summary>Away from a shot.</summary>
    Personal,

    /// <summary>On the shooter.</summary>
    Shooting,

    /// <summary>Of the team with the ball.</summary>
    Offensive,

    /// <summary>In a fight for a ball that nobody has.</summary>
    LooseBall,
}
