using NbaProps.Simulator.Health;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Simulator.Running;

/// <summary>A game that was played, and all that is known of it.</summary>
/// <param name="Scheduled">As scheduled.</param>
/// <param name="Plan">What it followed from: with the league's seed it can be played again, event by event.</param>
/// <param name="Box">What came of it.</param>
/// <param name="HomeAbsences">Who of the home team was on the report, or missing.</param>
/// <param name="AwayAbsences">Who of the visitors was.</param>
public sealed record SimulatedGame(
    ScheduledGame Scheduled, GamePlan Plan, BoxScore Box, IReadOnlyList<Absence> HomeAbsences, IReadOnlyList<Absence> AwayAbsences)
{
    /// <summary>Whether it was put off on its day.</summary>
    public Postponement Postponement { get; init; }

    /// <summary>Whether it is off: put off, and without a new date.</summary>
    public bool IsOff => Postponement == Postponement.Open;

    /// <summary>The event that was entered wrongly at first and is corrected later; null in the truth.</summary>
    public WrongEntry? Entered { get; init; }

    /// <summary>When the last buzzer went, UTC: two hours and ten minutes after the start, a quarter of an hour later for each overtime.</summary>
    public DateTimeOffset Ended => Scheduled.TipOff.AddMinutes(130 + (15 * Box.Overtimes));

    /// <summary>The absences of a side.</summary>
    public IReadOnlyList<Absence> AbsencesOf(Side side) => side == Side.Home ? HomeAbsences : AwayAbsences;
}
