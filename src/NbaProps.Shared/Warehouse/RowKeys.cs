using System.Globalization;
using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Resilience;

namespace NbaProps.Shared.Warehouse;

/// <summary>The natural key of rows that are given as values: where its columns are, how it reads, and when two are one.</summary>
internal sealed class RowKeys(TableSchema schema)
{
    private readonly int[] _places = schema.Key.Select(name => PlaceOf(schema, name)).ToArray();

    /// <summary>Where a column is in a row.</summary>
    /// <exception cref="PermanentException">The table has no such column.</exception>
    public static int PlaceOf(TableSchema schema, string name)
    {
        for (var index = 0; index < schema.Columns.Count; index++)
        {
            if (string.Equals(schema.Columns[index].Name, name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        throw new PermanentException($"{schema.FullName} has no column {name}.");
    }

    /// <summary>The key for a person to read: <c>game_date=2025-01-05, book=draftkings</c>.</summary>
    public string Describe(object?[] row) =>
        string.Join(", ", _places.Where(place => place < row.Length).Select(place => $"{schema.Columns[place].Name}={Say(row[place])}"));

    /// <summary>A text that two keys share exactly when every store takes them for one: lengths keep neighbouring texts apart.</summary>
    public string Identity(object?[] row)
    {
        var text = new StringBuilder();
        foreach (var place in _places)
        {
            var part = Say(row[place]);
            text.Append(part.Length).Append(':').Append(part);
        }

        return text.ToString();
    }

    /// <summary>Takes two rows for one exactly when their <see cref="Identity"/> is the same, and writes no text.</summary>
    public IEqualityComparer<object?[]> Comparer { get; } = new KeyComparer([.. schema.Key.Select(name => PlaceOf(schema, name))]);

    private sealed class KeyComparer(int[] places) : IEqualityComparer<object?[]>
    {
        public bool Equals(object?[]? x, object?[]? y) => Array.TrueForAll(places, place => object.Equals(Kept(x![place]), Kept(y![place])));

        public int GetHashCode(object?[] row)
        {
            var hash = new HashCode();
            foreach (var place in places)
            {
                hash.Add(Kept(row[place]));
            }

            return hash.ToHashCode();
        }

        private static object? Kept(object? value) => value is DateTimeOffset instant ? instant.UtcTicks / TimeSpan.TicksPerMicrosecond : value;
    }

    private static string Say(object? value) => value switch
    {
        null => "NULL",
        // Stores keep instants to the microsecond and have one zero.
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        double number => (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture),
        GameDate date => date.ToString(),
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
