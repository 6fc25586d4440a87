namespace NbaProps.Simulator.Schedule;

/// <summary>A game that was given another start.</summary>
/// <param name="Before">As it was scheduled.</param>
/// <param name="After">As it is played.</param>
/// <param name="Announced">When everybody heard that the old start is off, UTC.</param>
/// <param name="Dated">When everybody heard of the new one, UTC: later where a game was put off on its day.</param>
internal sealed record Reschedule(ScheduledGame Before, ScheduledGame After, DateTimeOffset Announced, DateTimeOffset Dated)
{
    /// <summary>Whether it was put off on its day.</summary>
    public bool IsPostponed => Dated > Announced;
}
