using NbaProps.Chaos.Harness;
using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;

namespace NbaProps.Chaos.League;

/// <summary>What goes wrong with the sources on a seed's day.</summary>
internal static class UpstreamScript
{
    // What the league itself does, or the writers of its games: the season is played again for them.
    private static readonly FaultKind[] OfGames = [FaultKind.Postponed, FaultKind.LateScratch, FaultKind.MisspeltName, FaultKind.LateQuote, FaultKind.PlaceholderRows, FaultKind.StatCorrection];

    /// <summary>Draws a script: some kinds of faulty answers of any source; one time in three something that happens to games as well.</summary>
    /// <param name="random">The seed's chances.</param>
    /// <param name="season">The league as it is played when nothing goes wrong.</param>
    /// <param name="date">The day. Nothing begins after it, and what ends at all has ended half a day after its last moment.</param>
    public static FaultScript Draw(SplitMix random, SimulatedSeason season, GameDate date)
    {
        var rates = new List<FaultRate>();
        foreach (var kind in Enum.GetValues<FaultKind>().Where(kind => kind < FaultKind.Postponed && random.Chance(50)))
        {
            rates.Add(new FaultRate(FaultRate.Every, kind, (1 + random.Below(6)) / 100.0));
        }

        if (random.Chance(33))
        {
            rates.AddRange(OfGames.Where(_ => random.Chance(50)).Select(kind => new FaultRate(FaultRate.Every, kind, RateOf(kind))));
        }

        var healed = date.AddDays(1).At(22);
        return new FaultScript(FaultScript.Draw((long)(random.Next() >> 1), season, new FaultRates(rates)).Faults
            .Where(fault => fault.Date == date || (fault.Date == date.AddDays(-1) && !OfGames.Contains(fault.Kind)))
            .Select(fault => fault.Until > healed ? fault with { Until = healed } : fault));
    }

    // Of some forty players of a date one or two.
    private static double RateOf(FaultKind kind) => kind is FaultKind.LateScratch or FaultKind.MisspeltName ? 0.04 : 0.3;
}
