namespace NbaProps.Embedded.InMemory;

/// <summary>Orders key values as reads are ordered: column by column, text ordinally.</summary>
internal sealed class KeyOrder : IComparer<object?[]>
{
    public static KeyOrder Instance { get; } = new();

    public int Compare(object?[]? x, object?[]? y)
    {
        for (var index = 0; index < x!.Length; index++)
        {
            var order = (x[index], y![index]) switch
            {
                (string left, string right) => string.CompareOrdinal(left, right),
                (IComparable left, { } right) => left.CompareTo(right),
                (Domain.Calendar.GameDate left, Domain.Calendar.GameDate right) => left.CompareTo(right),
                var (left, right) => throw new InvalidOperationException($"Key values {left ?? "null"} and {right ?? "null"} have no order."),
            };
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
