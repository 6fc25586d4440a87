namespace NbaProps.Shared.Warehouse.Batching;

/// <summary>
/// What a <see cref="BatchWriter{TRow}"/> has done. At any moment between two calls, <see cref="Added"/> =
/// <see cref="Stored"/> + <see cref="Refused"/> + <see cref="Buffered"/>.
/// </summary>
/// <param name="Added">Rows taken from the caller.</param>
/// <param name="Stored">Rows that the store has confirmed.</param>
/// <param name="Refused">Rows that broke a rule of the table or that the store refused; each was reported with its reason.</param>
/// <param name="Buffered">Rows that wait for a write.</param>
/// <param name="Retained">Of those that wait, the ones that a failed write could not store, or did not say whether it had.</param>
/// <param name="TurnedAway">Rows not taken because the writer was full; they are still the caller's.</param>
/// <param name="Flushes">Flushes that had something to write.</param>
/// <param name="Failures">Flushes that left rows behind.</param>
public sealed record BatchWriterCounters(
    long Added = 0,
    long Stored = 0,
    long Refused = 0,
    int Buffered = 0,
    int Retained = 0,
    long TurnedAway = 0,
    long Flushes = 0,
    long Failures = 0);
