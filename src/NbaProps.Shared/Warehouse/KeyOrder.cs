using NbaProps.Domain.Calendar;

namespace NbaProps.Shared.Warehouse;

/// <summary>Orders rows of stored key values as every store orders its reads: column by column, text ordinally, NULL first.</summary>
public sealed class KeyOrder : IComparer<object?[]>
{
    private KeyOrder()
    {
    }

    /// <summary>The one instance.</summary>
    public static KeyOrder Instance { get; } = new();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Two values are not of one stored type.</exception>
    public int Compare(object?[]? x, object?[]? y)
    {
        for (var index = 0; index < x!.Length; index++)
        {
            var order = Values(x[index], y![index]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>Orders two values of one column.</summary>
    internal static int Values(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string left, string right) => string.CompareOrdinal(left, right),
        (GameDate left, GameDate right) => left.CompareTo(right),
        (IComparable left, { } right) when left.GetType() == right.GetType() => left.CompareTo(right),
        var (left, right) => throw new InvalidOperationException($"Key values {left} and {right} have no order."),
    };
}
