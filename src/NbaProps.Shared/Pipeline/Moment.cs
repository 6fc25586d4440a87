using NbaProps.Domain.Calendar;

namespace NbaProps.Shared.Pipeline;

/// <summary>
/// A fixed moment of a game day: triggers fire at moments, and a day's as-of is the newest moment it has reached. Moments of one date are
/// ordered; what a unit may expect to exist depends on the moment reached, never on the wall clock.
/// </summary>
public enum Moment
{
    /// <summary>Not yet begun.</summary>
    None = 0,

    /// <summary>The morning of the game day: schedule, first lines.</summary>
    Context = 1,

    /// <summary>Half an hour before the first tip-off: the last look at lines before predictions are frozen.</summary>
    CutOff = 2,

    /// <summary>The morning after: results, grading.</summary>
    NextMorning = 3,
}

/// <summary>When the moments of a date are.</summary>
public static class Moments
{
    /// <summary>All moments of a date, in order.</summary>
    public static IReadOnlyList<Moment> All { get; } = [Moment.Context, Moment.CutOff, Moment.NextMorning];

    /// <summary>The instant of a moment.</summary>
    /// <param name="moment">The moment; not <see cref="Moment.None"/>.</param>
    /// <param name="date">The game date.</param>
    /// <param name="firstTip">The date's first tip-off; null when no game is known, and then the assumed one counts.</param>
    public static DateTimeOffset InstantOf(Moment moment, GameDate date, DateTimeOffset? firstTip) => moment switch
    {
        Moment.Context => date.At(10),
        Moment.CutOff => CutOff(date, firstTip ?? TipOff.AssumedFor(date).Instant),
        Moment.NextMorning => date.At(30),
        Moment.None => throw new ArgumentOutOfRangeException(nameof(moment), moment, "A day that has not begun has no instant."),
        _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, "Not a moment."),
    };

    // A tip-off before 10:30 must not put the cut-off before the morning's look.
    private static DateTimeOffset CutOff(GameDate date, DateTimeOffset firstTip)
    {
        var cutOff = firstTip.AddMinutes(-30);
        var earliest = date.At(10).AddMinutes(1);
        return cutOff < earliest ? earliest : cutOff;
    }
}
