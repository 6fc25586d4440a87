using NbaProps.Simulator.Chance;

namespace NbaProps.Simulator.Play;

/// <summary>What a coach does at a dead ball: who has played more than meant makes room for who has played less; the best close a near game, the rest a decided one.</summary>
internal static class Rotation
{
    private const double GameSeconds = 2880;

    /// <summary>Seconds that two players together are off the plan before the coach acts: starters get about six minutes.</summary>
    private const double Patience = 225;

    private const int SecondsBetweenLooks = 40;

    private const double FoulTrouble = 240;

    /// <summary>Who leaves and who enters, at most three pairs. Empty most of the time.</summary>
    /// <param name="team">The team.</param>
    /// <param name="margin">Points it is ahead.</param>
    /// <param name="period">1 to 4, overtimes from 5.</param>
    /// <param name="clock">Seconds that remain of it.</param>
    /// <param name="dice">The game's chance.</param>
    public static IReadOnlyList<(int Leaves, int Enters)> Changes(TeamOnCourt team, int margin, int period, int clock, Dice dice)
    {
        if (period >= 4 && Wanted(team, margin, period, clock) is { } five)
        {
            return Towards(team, five);
        }

        if (team.SecondsSinceLook < SecondsBetweenLooks)
        {
            return [];
        }

        team.SecondsSinceLook = 0;
        var over = (720.0 * (Math.Min(period, 4) - 1)) + (720 - Math.Min(clock, 720));
        var on = team.Five.Select(place => (Place: place, Off: Surplus(team, place, over, period))).OrderByDescending(player => player.Off).ThenBy(player => player.Place).ToArray();
        var bench = Bench(team).Where(place => team.PlanOf(place).Minutes > 0)
            .Select(place => (Place: place, Off: -Surplus(team, place, over, period))).OrderByDescending(player => player.Off).ThenBy(player => player.Place).ToArray();
        var changes = new List<(int, int)>();
        for (var i = 0; i < Math.Min(3, bench.Length); i++)
        {
            if (on[i].Off + bench[i].Off > Patience + dice.Between(-30.0, 30.0))
            {
                changes.Add((on[i].Place, bench[i].Place));
            }
        }

        return changes;
    }

    /// <summary>Who comes for one with his last foul; null when nobody is left, and he stays.</summary>
    public static int? InsteadOf(TeamOnCourt team) =>
        Bench(team).OrderByDescending(place => team.PlanOf(place).Minutes - (team.SecondsOf(place) / 60.0)).ThenBy(place => place).Select(place => (int?)place).FirstOrDefault();

    private static IEnumerable<int> Bench(TeamOnCourt team) =>
        Enumerable.Range(0, team.Plan.Players.Count).Where(place => !team.IsOnCourt(place) && !team.IsOut(place));

    private static double Surplus(TeamOnCourt team, int place, double over, int period)
    {
        var meant = team.PlanOf(place).Minutes * 60 * over / GameSeconds;
        var trouble = period < 4 && team.FoulsOf(place) > period ? FoulTrouble : 0;
        return team.SecondsOf(place) - meant + trouble;
    }

    /// <summary>The five that the end of a game asks for; null while it is the usual rotation.</summary>
    private static int[]? Wanted(TeamOnCourt team, int margin, int period, int clock)
    {
        var all = Enumerable.Range(0, team.Plan.Players.Count).Where(place => !team.IsOut(place)).ToArray();
        var ahead = Math.Abs(margin);
        if (all.Length < 5)
        {
            return null;
        }

        if (period > 4 || (clock <= 300 && ahead <= 12))
        {
            return [.. all.OrderByDescending(place => team.PlanOf(place).Minutes).ThenBy(place => place).Take(5)];
        }

        return (clock <= 360 && ahead >= 20) || (clock <= 180 && ahead >= 14)
            ? [.. all.OrderBy(place => team.PlanOf(place).Minutes).ThenBy(place => place).Take(5)]
            : null;
    }

    private static List<(int Leaves, int Enters)> Towards(TeamOnCourt team, int[] five)
    {
        var leave = team.Five.Except(five).Order().ToArray();
        var enter = five.Except(team.Five).Order().ToArray();
        return [.. leave.Zip(enter)];
    }
}
