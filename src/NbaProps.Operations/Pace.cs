using NbaProps.Shared.Pipeline.Days;

namespace NbaProps.Operations;

/// <summary>
/// How a hurried game clock and the work keep together: the clock stands while the watcher looks, and until all that a moment has begun is done. A cut-off
/// is half an hour before the first game; at an hour a second the lines would otherwise come after the tip-off.
/// </summary>
/// <param name="Clock">The clock.</param>
/// <param name="RestAsync">Ends when every message has been handled.</param>
public sealed record Pace(PacedGameClock Clock, Func<CancellationToken, Task> RestAsync);
