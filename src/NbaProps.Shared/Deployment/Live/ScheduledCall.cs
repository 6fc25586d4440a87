namespace NbaProps.Shared.Deployment.Live;

/// <summary>A job of the scheduler: a call that is made by the clock.</summary>
/// <param name="Name">Its name, without project and place.</param>
/// <param name="Schedule">When, in the five fields of cron.</param>
/// <param name="TimeZone">Whose clock, such as <c>America/New_York</c>.</param>
/// <param name="Target">What it calls.</param>
/// <param name="Audience">Whom its token is for; null for one without a token.</param>
public sealed record ScheduledCall(string Name, string Schedule, string TimeZone, Uri Target, string? Audience)
{
    /// <summary>Whether it is paused: it is there, and calls nobody.</summary>
    public bool IsPaused { get; init; }
}
