using System.ComponentModel.DataAnnotations;

using NbaProps.Shared.Pipeline.Days;

namespace NbaProps.Hosting.Configuration;

/// <summary>
/// The clock of the game days. Left out, it is the wall clock. Processes that walk past days together are all told the same three values and
/// compute the same moment from them.
/// </summary>
public sealed record ClockOptions : IValidatableObject
{
    /// <summary>The game moment at which a simulated clock starts. Default none: the wall clock.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The wall-clock moment at which it starts. Default none: needed with a <see cref="Start"/>, unless the clock stands still.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Seconds of game time in a second; 0 stands still. Default 1.</summary>
    [Range(0, 100_000)]
    public double Factor { get; init; } = 1;

    /// <summary>How a moment is written, in words.</summary>
    public static string AcceptedMoment => ScalarParser.Accepted(typeof(DateTimeOffset));

    /// <summary>Reads a moment as the configuration does; null when the text is none.</summary>
    public static DateTimeOffset? ParseMoment(string text) => ScalarParser.Parse(typeof(DateTimeOffset), text) as DateTimeOffset?;

    /// <summary>The clock.</summary>
    public GameClock Create(TimeProvider time) => Start is { } start ? GameClock.Simulated(time, start, StartedAt ?? start, Factor) : GameClock.Live(time);

    /// <summary>What no single property can check.</summary>
    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (Start is not null && StartedAt is null && Factor > 0)
        {
            yield return new("is missing; accepted with a Start: the wall-clock moment at which the clock starts", [nameof(StartedAt)]);
        }
    }
}
