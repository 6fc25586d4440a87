using NbaProps.Shared.Resilience;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>
/// The part of a run's budget in which a scraper may ask: the rest is for filing what it has brought. What it comes to later has failed for now, as a part that
/// fails has, and is asked for by the next attempt; a run that is cut off in its middle would lose all of it.
/// </summary>
/// <param name="time">The wall clock.</param>
/// <param name="budget">The run's budget.</param>
internal sealed class AskingTime(TimeProvider time, TimeSpan budget)
{
    private readonly long _began = time.GetTimestamp();

    private TimeSpan Limit => budget * 0.75;

    /// <summary>Whether a request may still be made when it is waited first.</summary>
    public bool Allows(TimeSpan wait) => time.GetElapsedTime(_began) + wait <= Limit;

    /// <summary>Lets a request go.</summary>
    /// <exception cref="TransientException">It is too late for it.</exception>
    public void Require()
    {
        if (!Allows(TimeSpan.Zero))
        {
            throw new TransientException($"the run had {Limit} of its budget of {budget} to ask in, and they are over");
        }
    }
}
