namespace NbaProps.Shared.Warehouse.Batching;

/// <summary>When a <see cref="BatchWriter{TRow}"/> writes, and how much it holds. Construction of a writer refuses values outside the ranges.</summary>
public sealed record BatchWriterOptions
{
    /// <summary>BigQuery's limit of one streaming request.</summary>
    public const int LargestRequest = 10_000_000;

    /// <summary>
    /// Rows that make a write, and the most that one write carries; 1 to 50,000. BigQuery refuses more than 50,000 rows in a request and
    /// recommends 500: above that a request gets slower and what its failure leaves in doubt larger, without getting cheaper.
    /// </summary>
    public int MaxRows { get; init; } = 500;

    /// <summary>
    /// Estimated bytes that make a write, and the most that one write carries; 1,000 to 10,000,000. BigQuery refuses requests above 10 MB;
    /// the estimate never falls short of what is sent, and the default leaves room for what an adapter puts around it.
    /// </summary>
    public int MaxBytes { get; init; } = 8_000_000;

    /// <summary>
    /// The age of the oldest row that makes a write; above zero, up to a day. It is looked at when a row is added and by
    /// <see cref="BatchWriter{TRow}.TickAsync"/>: there is no timer, so that a run's writes are a function of its calls.
    /// </summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Rows held in memory, waiting or refused and not yet taken; <see cref="MaxRows"/> to 1,000,000. It bounds what a store that is down
    /// can make a process hold; a few writes' worth rides out a short failure.
    /// </summary>
    public int Capacity { get; init; } = 5_000;

    /// <summary>
    /// How long after a failed write none is started by itself; zero to an hour. Otherwise every added row would knock on a store that is
    /// down. <see cref="BatchWriter{TRow}.FlushAsync"/> does not wait for it.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Refuses values outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Names the option, the value and the range.</exception>
    internal void Require()
    {
        Between(nameof(MaxRows), MaxRows, 1, 50_000);
        Between(nameof(MaxBytes), MaxBytes, 1_000, LargestRequest);
        Between(nameof(MaxAge), MaxAge, TimeSpan.FromTicks(1), TimeSpan.FromDays(1));
        Between(nameof(Capacity), Capacity, MaxRows, 1_000_000);
        Between(nameof(RetryDelay), RetryDelay, TimeSpan.Zero, TimeSpan.FromHours(1));
    }

    private static void Between<T>(string option, T value, T lowest, T highest)
        where T : IComparable<T>
    {
        if (value.CompareTo(lowest) < 0 || value.CompareTo(highest) > 0)
        {
            throw new ArgumentOutOfRangeException(option, value, $"{option} is accepted from {lowest} to {highest}.");
        }
    }
}
