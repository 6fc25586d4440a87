using System.Text.Json.Serialization;

namespace NbaProps.Domain.Calendar;

/// <summary>When a game starts, and whether that is known or assumed. Facts from this moment on may not enter a prediction.</summary>
/// <param name="Instant">The start; kept in UTC.</param>
/// <param name="IsAssumed">The true start is not known; differences to this instant mean nothing.</param>
/// <remarks><c>default(TipOff)</c> is the year 1: everything was captured after it, so it excludes all data and leaks none.</remarks>
[method: JsonConstructor]
public readonly record struct TipOff(DateTimeOffset Instant, bool IsAssumed) : IComparable<TipOff>
{
    /// <summary>The start, in UTC.</summary>
    public DateTimeOffset Instant { get; } = Instant.ToUniversalTime();

    /// <summary>Whether the true start is not known.</summary>
    public bool IsAssumed { get; } = IsAssumed;

    /// <summary>A start the schedule states.</summary>
    public static TipOff Known(DateTimeOffset instant) => new(instant, IsAssumed: false);

    /// <summary>
    /// Noon Eastern, the earliest a game of the regular season or later is scheduled: an unknown start then can only exclude data, never let any in
    /// from after the true start.
    /// </summary>
    /// <remarks>Pre-season games abroad have started earlier (Tokyo, 2022-09-30, 06:00 Eastern); they are not predicted.</remarks>
    public static TipOff AssumedFor(GameDate date) => new(date.At(12), IsAssumed: true);

    /// <summary>Orders by instant, then known before assumed.</summary>
    public int CompareTo(TipOff other)
        => Instant == other.Instant ? IsAssumed.CompareTo(other.IsAssumed) : Instant.CompareTo(other.Instant);
}
