namespace NbaProps.Shared.Resilience;

/// <summary>Spaces starts evenly: at most so many a second, without bursts.</summary>
/// <param name="perSecond">Starts a second, above 0.</param>
/// <param name="time">The clock.</param>
public sealed class RatePacer(double perSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly TimeSpan _gap = perSecond > 0
        ? TimeSpan.FromSeconds(1 / perSecond)
        : throw new ArgumentOutOfRangeException(nameof(perSecond), perSecond, "Above 0.");

    private readonly long _origin = time.GetTimestamp();
    private TimeSpan _next = TimeSpan.Zero;

    /// <summary>Takes the next start when it is near enough.</summary>
    /// <param name="patience">The longest wait that makes sense; a later start is left to others.</param>
    /// <returns>How long to wait before starting, or null when that would be longer than <paramref name="patience"/>.</returns>
    public TimeSpan? Reserve(TimeSpan patience)
    {
        lock (_lock)
        {
            var now = time.GetElapsedTime(_origin);
            var start = _next > now ? _next : now;
            if (start - now > patience)
            {
                return null;
            }

            _next = start + _gap;
            return start - now;
        }
    }
}
