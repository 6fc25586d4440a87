using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Ticking;

/// <summary>
/// That a watcher lives, and by which clock: what tells a chain that is at rest from one that nobody looks after. It is all that can speak when the
/// watcher itself is what failed.
/// </summary>
public sealed record WatcherBeat
{
    private static readonly DocumentPath Path = new("watcher", "beat");

    /// <summary>When it last compared what is there with what should be, wall clock, UTC.</summary>
    public required DateTimeOffset LookedAt { get; init; }

    /// <summary>What the game clock showed then, UTC.</summary>
    public required DateTimeOffset GameTime { get; init; }

    /// <summary>Whether the game clock is the wall clock: then what is due goes on becoming due, watched or not.</summary>
    public required bool IsLive { get; init; }

    /// <summary>Time between two comparisons.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>The moment that counts for lateness.</summary>
    /// <param name="now">Wall clock, UTC.</param>
    public DateTimeOffset GameTimeAt(DateTimeOffset now) => IsLive ? now : GameTime;

    /// <summary>Whether a live installation has been left alone for three comparisons.</summary>
    /// <param name="now">Wall clock, UTC.</param>
    public bool IsOverdue(DateTimeOffset now) => IsLive && now - LookedAt > Every * 3;

    /// <summary>The last one; null where no watcher has ever looked.</summary>
    public static async Task<WatcherBeat?> FindAsync(IStateStore state, CancellationToken cancellationToken)
    {
        var read = await state.GetAsync(Path, cancellationToken);
        return read.Document is { } stored ? StateJson.Read<WatcherBeat>(stored.Json) : null;
    }

    /// <summary>Writes it. Of several watchers the last one's stands.</summary>
    public async Task SaveAsync(IStateStore state, CancellationToken cancellationToken) =>
        await state.CommitAsync([new DocumentWrite(Path, StateJson.Write(this), Precondition.None)], cancellationToken);
}
