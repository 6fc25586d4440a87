using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.Health;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Running;

/// <summary>Who of a team plays on a date, who does not and what the report said; and the minutes that the coach means.</summary>
internal static class TeamSheet
{
    private const int MostActive = 13;
    private const int FewestActive = 8;

    // By rank among those who are there: the league's rotations, 240 minutes together.
    private static readonly double[] Minutes = [35, 33.5, 31.5, 29, 26.5, 23, 20.5, 17.5, 14.5, 9, 0, 0];

    public static (TeamPlan Plan, IReadOnlyList<Absence> Absences) Of(
        TeamTricode team, IReadOnlyList<PlayerState> roster, GameDate date, bool backToBack, bool away, double pace, IReadOnlySet<PlayerKey> scratched, Dice dice)
    {
        var absences = roster.Select((state, place) => Scratched(AbsenceOf(state, place, date, backToBack, dice), state.Player, scratched)).OfType<Absence>().ToList();
        var missing = absences.Where(absence => !absence.Plays).Select(absence => absence.Player).ToHashSet();
        var fit = roster.Where(state => !missing.Contains(state.Player)).OrderByDescending(state => state.Player.Skills.Worth).ThenBy(state => state.Player.Id).ToList();

        // A team must have eight: then those play who might as well have rested.
        foreach (var state in roster.Where(state => missing.Contains(state.Player)).OrderBy(state => state.FitFrom?.DaysSince(date) ?? 0).ThenBy(state => state.Player.Id).Take(Math.Max(0, FewestActive - fit.Count)).ToArray())
        {
            fit.Add(state);
            var at = absences.FindIndex(absence => absence.Player == state.Player);
            absences[at] = absences[at] with { Final = InjuryStatus.Available, Plays = true };
        }

        var active = fit.Take(MostActive).ToList();
        var minutes = MinutesOf(active, dice);
        var fives = Starters(active);
        var starting = fives.OrderByDescending(place => minutes[place]).Concat(Enumerable.Range(0, active.Count).Except(fives).OrderByDescending(place => minutes[place]));
        var absent = roster.Where(state => missing.Contains(state.Player)).Sum(state => Math.Max(0, state.Player.Skills.Usage - 0.8));
        var plan = new TeamPlan(
            team,
            [.. starting.Select(place => new PlayerPlan(active[place].Player, minutes[place], active[place].Form, active[place].Role * dice.Normal(1, 0.06) * (1 + (0.02 * absent))))],
            pace,
            backToBack ? (away ? -0.020 : -0.016) : 0);
        return (plan, absences);
    }

    // Whoever is said to play, or of whom nothing is said, may be missing after all.
    private static Absence? Scratched(Absence? said, SimulatedPlayer player, IReadOnlySet<PlayerKey> scratched) =>
        !scratched.Contains(player.Id) ? said : said is null ? new(player, null, null, Ailments.Illness, Plays: false) : said with { Plays = false };

    private static Absence? AbsenceOf(PlayerState state, int place, GameDate date, bool backToBack, Dice dice)
    {
        // Drawn whatever follows, so that one player's ailment does not change another's luck.
        var (knock, rests, plays, early, late) = (dice.Share(), dice.Share(), dice.Share(), dice.Share(), dice.Share());
        var player = state.Player;
        if (place >= 13)
        {
            return new(player, InjuryStatus.Out, InjuryStatus.Out, Ailments.GLeague, Plays: false);
        }

        if (state.FitFrom is { } fit)
        {
            var days = fit.DaysSince(date);
            return days > 0
                ? new(player, days <= 2 && early < 0.6 ? InjuryStatus.Questionable : days <= 4 && early < 0.3 ? InjuryStatus.Doubtful : InjuryStatus.Out, InjuryStatus.Out, state.Ailment, Plays: false)
                : days > -4 ? new(player, early < 0.4 ? InjuryStatus.Questionable : InjuryStatus.Probable, InjuryStatus.Available, state.Ailment, Plays: true) : null;
        }

        if (backToBack && player.Age >= 31 && player.Skills.Worth > 0.9 && rests < 0.14)
        {
            return new(player, InjuryStatus.Out, InjuryStatus.Out, Ailments.Rest, Plays: false);
        }

        return late < 0.003
            ? new(player, null, null, Ailments.Illness, Plays: false)
            : knock < 0.03 ? new(player, InjuryStatus.Questionable, plays < 0.55 ? InjuryStatus.Available : InjuryStatus.Out, Ailments.Injury(dice, 2), plays < 0.55) : null;
    }

    private static double[] MinutesOf(List<PlayerState> active, Dice dice)
    {
        var minutes = active.Select((state, rank) => rank < Minutes.Length ? Math.Max(0, Minutes[rank] * state.Trust * dice.Normal(1, rank < 5 ? 0.145 : 0.33)) : 0).ToArray();
        var sum = minutes.Sum();
        return [.. minutes.Select(each => Math.Min(43, each * 240 / sum))];
    }

    // Two guards, two forwards, a centre, the best of each; where a kind is missing, the best of the rest.
    private static List<int> Starters(List<PlayerState> active)
    {
        var five = new List<int>();
        foreach (var (position, number) in new[] { (Position.Guard, 2), (Position.Forward, 2), (Position.Center, 1) })
        {
            five.AddRange(Enumerable.Range(0, active.Count).Where(place => active[place].Player.Position == position).Take(number));
        }

        return [.. five.Concat(Enumerable.Range(0, active.Count).Except(five)).Take(5)];
    }
}
