using NbaProps.Domain;

namespace NbaProps.RawProcessors.Chains;

/// <summary>A source that has games one by one.</summary>
/// <typeparam name="TRow">Row of the output table.</typeparam>
internal interface IGameSource<TRow>
{
    /// <summary>What it has of a game; null when it has nothing.</summary>
    GameRows<TRow>? Of(GameId game);
}
