using NbaProps.Domain.Calendar;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Days;

/// <summary>
/// The clock of one game day: which moments it has reached, and the as-of they stand for. It only goes forward. Every data decision of a
/// unit uses its day's as-of, so that a message carries nothing a run depends on.
/// </summary>
public sealed record GameDay
{
    internal const string Collection = "game_days";

    /// <summary>The game date.</summary>
    public required GameDate Date { get; init; }

    /// <summary>The newest moment reached.</summary>
    public Moment Reached { get; init; }

    /// <summary>The instant of the newest moment reached, UTC.</summary>
    public DateTimeOffset AsOf { get; init; }

    /// <summary>Every moment reached: its instant, and how often it was visited (a back-fill walked again visits it again).</summary>
    public IReadOnlyList<MomentVisit> Visits { get; init; } = [];

    /// <summary>The chain that the newest trigger began.</summary>
    public string CorrelationId { get; init; } = string.Empty;

    /// <summary>Finds a day when any has begun.</summary>
    public static DocumentQuery AnyQuery { get; } = new(Collection, Limit: 1);

    /// <summary>The day as it was at a moment of the game clock; null when it had not begun.</summary>
    internal GameDay? Until(DateTimeOffset now)
    {
        MomentVisit[] visits = [.. Visits.Where(visit => visit.Began <= now)];
        return visits.Length == 0 ? null : this with { Visits = visits, Reached = visits.Max(visit => visit.Moment), AsOf = visits.Max(visit => visit.AsOf) };
    }

    internal static DocumentPath PathOf(GameDate date) => new(Collection, date.ToString());
}

/// <summary>A moment that was reached.</summary>
/// <param name="Moment">Which.</param>
/// <param name="AsOf">Its instant, UTC.</param>
/// <param name="Visit">1 for the first time.</param>
/// <param name="ReachedAt">What the game clock showed when it was first reached, UTC: later than its instant where the scheduler was late.</param>
public sealed record MomentVisit(Moment Moment, DateTimeOffset AsOf, int Visit, DateTimeOffset ReachedAt)
{
    /// <summary>From when on its outputs can be late: a day that was reached late gets its time like any other.</summary>
    internal DateTimeOffset Began => ReachedAt > AsOf ? ReachedAt : AsOf;
}
