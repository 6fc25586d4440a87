using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Formats;

/// <summary>What was read of a payload.</summary>
/// <typeparam name="TRow">One for each action, event, game or player.</typeparam>
/// <param name="Rows">The rows, in the payload's order unless said otherwise.</param>
/// <param name="LeftOut">What is there and is no row, each with its reason: a game of an All-Star team, a quote without a price.</param>
public sealed record Reading<TRow>(IReadOnlyList<TRow> Rows, IReadOnlyList<string> LeftOut)
{
    /// <summary>What is there and is no row, each with its reason in one line.</summary>
    public IReadOnlyList<string> LeftOut { get; } = [.. LeftOut.Select(reason => OneLine.Of(reason))];

    /// <summary>All that is there.</summary>
    public static Reading<TRow> Of(IReadOnlyList<TRow> rows) => new(rows, []);
}
