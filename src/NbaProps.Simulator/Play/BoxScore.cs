using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Play;

/// <summary>A game counted from its events.</summary>
public sealed record BoxScore
{
    /// <summary>The plan it was played by.</summary>
    public required GamePlan Plan { get; init; }

    /// <summary>Each active player's line, those of the home team first, each team in the order of its plan.</summary>
    public required IReadOnlyList<PlayerCounts> Players { get; init; }

    /// <summary>Points of the home team by period.</summary>
    public required IReadOnlyList<int> HomePeriods { get; init; }

    /// <summary>Points of the visitors by period.</summary>
    public required IReadOnlyList<int> AwayPeriods { get; init; }

    /// <summary>Turnovers that are the home team's and nobody's own.</summary>
    public required int HomeTeamTurnovers { get; init; }

    /// <summary>Turnovers that are the visitors' and nobody's own.</summary>
    public required int AwayTeamTurnovers { get; init; }

    /// <summary>Rebounds that are the home team's and nobody's own.</summary>
    public required int HomeTeamRebounds { get; init; }

    /// <summary>Rebounds that are the visitors' and nobody's own.</summary>
    public required int AwayTeamRebounds { get; init; }

    /// <summary>Points of the home team.</summary>
    public int HomeScore => HomePeriods.Sum();

    /// <summary>Points of the visitors.</summary>
    public int AwayScore => AwayPeriods.Sum();

    /// <summary>Overtimes.</summary>
    public int Overtimes => HomePeriods.Count - 4;

    /// <summary>Who won.</summary>
    public Side Winner => HomeScore > AwayScore ? Side.Home : Side.Away;

    /// <summary>The lines of a team.</summary>
    public IEnumerable<PlayerCounts> Of(Side side) => Players.Where(line => line.Side == side);

    /// <summary>Points of a team.</summary>
    public int ScoreOf(Side side) => side == Side.Home ? HomeScore : AwayScore;

    /// <summary>The same game with its score and without any other number: nobody has a second.</summary>
    public BoxScore Emptied() => this with
    {
        Players = [.. Players.Select(line => new PlayerCounts(line.Player, line.Side, line.Starter))],
        HomeTeamTurnovers = 0,
        AwayTeamTurnovers = 0,
        HomeTeamRebounds = 0,
        AwayTeamRebounds = 0,
    };

    /// <summary>Counts a game.</summary>
    /// <param name="plan">Its plan.</param>
    /// <param name="events">Its events.</param>
    public static BoxScore Of(GamePlan plan, IReadOnlyList<PlayEvent> events)
    {
        var lines = new Dictionary<SimulatedPlayer, PlayerCounts>(ReferenceEqualityComparer.Instance as IEqualityComparer<SimulatedPlayer>);
        foreach (var side in new[] { Side.Home, Side.Away })
        {
            foreach (var player in plan.Of(side).Players)
            {
                lines.Add(player.Player, new PlayerCounts(player.Player, side, starter: plan.Of(side).Players.Take(5).Contains(player)));
            }
        }

        var periods = events[^1].Period;
        var (home, away) = (new int[periods], new int[periods]);
        var (clock, period) = (720, 1);
        PlayEvent? before = null;
        foreach (var play in events)
        {
            CountTime(lines, before, play, ref period, ref clock);
            Count(lines, play);
            if (play.Points > 0)
            {
                (play.Side == Side.Home ? home : away)[play.Period - 1] += play.Points;
            }

            before = play;
        }

        return new BoxScore
        {
            Plan = plan,
            Players = [.. lines.Values],
            HomePeriods = home,
            AwayPeriods = away,
            HomeTeamTurnovers = events.Count(play => play is { Kind: PlayKind.Turnover, Player: null, Side: Side.Home }),
            AwayTeamTurnovers = events.Count(play => play is { Kind: PlayKind.Turnover, Player: null, Side: Side.Away }),
            HomeTeamRebounds = events.Count(play => play is { Kind: PlayKind.Rebound, Player: null, Side: Side.Home }),
            AwayTeamRebounds = events.Count(play => play is { Kind: PlayKind.Rebound, Player: null, Side: Side.Away }),
        };
    }

    // Until something happened, the fives of what was before it were on court: of a substitution those that it left there.
    private static void CountTime(Dictionary<SimulatedPlayer, PlayerCounts> lines, PlayEvent? before, PlayEvent play, ref int period, ref int clock)
    {
        if (play.Period != period)
        {
            (period, clock) = (play.Period, PlayEvent.PeriodLength(play.Period));
        }

        if (before is not null && clock > play.Clock)
        {
            foreach (var player in before.HomeFive.Concat(before.AwayFive))
            {
                lines[player].Seconds += clock - play.Clock;
            }
        }

        clock = play.Clock;
    }

    private static void Count(Dictionary<SimulatedPlayer, PlayerCounts> lines, PlayEvent play)
    {
        if (play.Player is { } player)
        {
            lines[player].Count(play);
        }

        if (play.Other is { } other)
        {
            lines[other].CountOther(play);
        }

        if (play.Points > 0)
        {
            foreach (var on in play.HomeFive)
            {
                lines[on].PlusMinus += play.Side == Side.Home ? play.Points : -play.Points;
            }

            foreach (var on in play.AwayFive)
            {
                lines[on].PlusMinus += play.Side == Side.Away ? play.Points : -play.Points;
            }
        }
    }
}
