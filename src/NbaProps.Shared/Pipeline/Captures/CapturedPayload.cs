namespace NbaProps.Shared.Pipeline.Captures;

/// <summary>A payload in the raw archive.</summary>
/// <param name="Path">Its path: <c>source/date/captured-at_hash</c>.</param>
/// <param name="CapturedAt">When the upstream answered, by the game clock, UTC. What counts as known before a tip-off is decided by it.</param>
/// <param name="Bytes">Exactly what the upstream sent.</param>
/// <param name="Metadata">URL, status and headers that matter.</param>
public sealed record CapturedPayload(string Path, DateTimeOffset CapturedAt, ReadOnlyMemory<byte> Bytes, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>The moment of the game day that it was fetched for, UTC; not after <see cref="CapturedAt"/>.</summary>
    public DateTimeOffset AsOf { get; init; } = CapturedAt;

    /// <summary>What of the date it is about, such as a game id; null where it is about the date as a whole.</summary>
    public string? Item { get; init; }
}
