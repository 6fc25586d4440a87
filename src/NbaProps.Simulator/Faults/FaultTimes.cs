using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Faults;

/// <summary>When a fault begins and ends.</summary>
internal static class FaultTimes
{
    // One outage in six lasts past the day for which the feed is looked at.
    private const double LastsLonger = 1.0 / 6;

    /// <summary>Gives a fault its times.</summary>
    /// <param name="fault">With date and feed.</param>
    /// <param name="game">Its game as it is played when nothing goes wrong; null where it has none.</param>
    /// <param name="dice">Its chances.</param>
    public static Fault Put(Fault fault, SimulatedGame? game, Dice dice) => (fault.Kind, game) switch
    {
        (FaultKind.Postponed, not null) => fault with { From = game.Scheduled.TipOff.AddMinutes(-dice.Between(60, 8 * 60)) },
        (FaultKind.Moved, not null) => fault with { From = game.Scheduled.Date.AddDays(-dice.Between(2, 8)).At(12) },
        (FaultKind.LateScratch, not null) => fault with { From = game.Scheduled.TipOff.AddMinutes(-dice.Between(5, 25)) },
        (FaultKind.LateQuote, not null) => fault with { From = game.Scheduled.TipOff, Until = game.Ended },
        (FaultKind.PlaceholderRows, not null) => fault with { From = game.Scheduled.TipOff, Until = game.Ended.AddMinutes(dice.Between(30, 12 * 60)) },
        (FaultKind.StatCorrection, not null) => fault with { From = game.Ended, Until = game.Scheduled.Date.AddDays(1).At(dice.Between(4, 20)) },
        (FaultKind.MisspeltName, _) => fault,
        (FaultKind.Missing, _) => Begins(fault),
        (FaultKind.Late, _) => Ends(Begins(fault), dice),
        (FaultKind.Duplicated or FaultKind.Reordered, _) => Ends(Begins(fault), dice),
        _ when dice.Happens(0.5) => Begins(fault) with { Requests = dice.Between(1, 3) },
        _ => Ends(Begins(fault), dice),
    };

    private static Fault Begins(Fault fault) => fault with { From = Date(fault).At(IsContext(fault) ? 6 : 16) };

    // What is looked at on the day comes back on the day; what is looked at in the night and the morning after, then.
    private static Fault Ends(Fault fault, Dice dice)
    {
        var hours = IsContext(fault) ? dice.Between(2, 16) : dice.Between(8, 20);
        return fault with { Until = fault.From.AddHours(hours + (dice.Happens(LastsLonger) ? dice.Between(24, 60) : 0)) };
    }

    private static bool IsContext(Fault fault) => Feeds.Find(fault.Feed) is { Clock: FeedClock.Context };

    private static GameDate Date(Fault fault) => fault.Date ?? throw new ArgumentException($"A fault that is drawn has a date: {fault}", nameof(fault));
}
