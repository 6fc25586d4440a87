namespace NbaProps.RawProcessors.Chains;

/// <summary>What a source has of a game.</summary>
/// <typeparam name="TRow">Row of the output table.</typeparam>
/// <param name="Rows">The rows; empty where it has nothing that can be used.</param>
internal sealed record GameRows<TRow>(IReadOnlyList<TRow> Rows)
{
    /// <summary>Why these are not all rows of the game, or why there are none; null when nothing is missing.</summary>
    public string? Missing { get; init; }

    /// <summary>What was left out and matters, although the game is taken from this source.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Nothing that can be used.</summary>
    /// <param name="why">The reason; null when there is nothing to tell, such as of a game that had not begun.</param>
    public static GameRows<TRow> None(string? why) => new([]) { Missing = why };
}
