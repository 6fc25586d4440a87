namespace NbaProps.Simulator.Running;

/// <summary>What everybody sees of a game for a time, and is not, or no longer, the truth.</summary>
/// <param name="From">Since when, UTC.</param>
/// <param name="Until">Until when, UTC, this instant no more.</param>
/// <param name="Game">What is seen.</param>
internal sealed record ShownGame(DateTimeOffset From, DateTimeOffset Until, SimulatedGame Game)
{
    /// <summary>Whether it is seen at a moment.</summary>
    public bool IsSeen(DateTimeOffset at) => at >= From && at < Until;
}
