using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Play;

/// <summary>A team during a game: who is on court, for how long, with how many fouls.</summary>
internal sealed class TeamOnCourt
{
    private const int FoulsToGo = 6;

    private readonly int[] _seconds;
    private readonly int[] _fouls;

    public TeamOnCourt(TeamPlan plan, Side side)
    {
        Plan = plan;
        Side = side;
        _seconds = new int[plan.Players.Count];
        _fouls = new int[plan.Players.Count];
        Five = [0, 1, 2, 3, 4];
        Players = [.. Five.Select(place => plan.Players[place].Player)];
    }

    public TeamPlan Plan { get; }

    public Side Side { get; }

    /// <summary>Places in the plan of those on court.</summary>
    public int[] Five { get; private set; }

    /// <summary>Those on court; a new list at each substitution, so that an event keeps the one it saw.</summary>
    public IReadOnlyList<SimulatedPlayer> Players { get; private set; }

    public int Score { get; set; }

    /// <summary>Fouls of the period that count towards the bonus.</summary>
    public int PeriodFouls { get; set; }

    public int TimeoutsLeft { get; set; } = 7;

    public int SecondsSinceLook { get; set; }

    public PlayerPlan PlanOf(int place) => Plan.Players[place];

    public SimulatedPlayer PlayerOf(int place) => Plan.Players[place].Player;

    public int SecondsOf(int place) => _seconds[place];

    public int FoulsOf(int place) => _fouls[place];

    public bool IsOut(int place) => _fouls[place] >= FoulsToGo;

    public bool IsOnCourt(int place) => Array.IndexOf(Five, place) >= 0;

    public void Pass(int seconds)
    {
        foreach (var place in Five)
        {
            _seconds[place] += seconds;
        }

        SecondsSinceLook += seconds;
    }

    /// <summary>Counts a foul; whether it was his last.</summary>
    public bool Foul(int place) => ++_fouls[place] >= FoulsToGo;

    public void Replace(int leaves, int enters)
    {
        Five = [.. Five.Select(place => place == leaves ? enters : place)];
        Players = [.. Five.Select(PlayerOf)];
    }
}
