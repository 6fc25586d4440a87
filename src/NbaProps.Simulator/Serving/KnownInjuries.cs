using NbaProps.Domain;
using NbaProps.Domain.Injuries;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Health;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving;

/// <summary>Somebody whom news services list as injured.</summary>
/// <param name="Absence">Who, and why.</param>
/// <param name="Status">What is said of him at the moment.</param>
/// <param name="Game">The game that it is said about.</param>
/// <param name="Side">His team in it.</param>
internal sealed record KnownInjury(Absence Absence, InjuryStatus Status, SimulatedGame Game, Side Side)
{
    /// <summary>The two words that news services have for the league's five.</summary>
    public string NewsStatus => Status == InjuryStatus.Out ? "Out" : "Day-To-Day";
}

/// <summary>Whom news services list as injured at a moment. Rest and assignments are no news; nor is who is said to be available.</summary>
internal static class KnownInjuries
{
    private const string Injury = "Injury/Illness";

    // News is made of the day's report, whose first edition is out in the morning.
    private const int ReportHour = 6;

    /// <summary>The listed, by player: of each what was said about his team's latest game.</summary>
    public static IReadOnlyDictionary<PlayerKey, KnownInjury> Of(LeagueMoment moment)
    {
        var found = new SortedDictionary<PlayerKey, KnownInjury>();
        var missing = moment.Season.League.Size.Teams.ToHashSet();
        foreach (var game in moment.Season.Games.Reverse().SkipWhile(game => moment.Now < game.Scheduled.Date.At(ReportHour)))
        {
            foreach (var side in new[] { Side.Home, Side.Away }.Where(side => missing.Remove(game.Plan.Of(side).Team)))
            {
                Add(found, game, side, moment);
            }

            if (missing.Count == 0)
            {
                break;
            }
        }

        return found;
    }

    private static void Add(SortedDictionary<PlayerKey, KnownInjury> found, SimulatedGame game, Side side, LeagueMoment moment)
    {
        var isLast = moment.Now >= QuoteTimes.Of(game.Scheduled)[QuoteTimes.KnowsAbsences];
        foreach (var absence in game.AbsencesOf(side).Where(absence => absence.Reason.StartsWith(Injury, StringComparison.Ordinal)))
        {
            if ((isLast ? absence.Final : absence.Early) is { } status and not InjuryStatus.Available)
            {
                // Who was traded may be on two teams' last reports: the first that is met is the newer one.
                found.TryAdd(absence.Player.Id, new(absence, status, game, side));
            }
        }
    }
}
