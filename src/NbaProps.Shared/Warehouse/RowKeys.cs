using System.Globalization;

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

    /// <summary>Takes two rows for one exactly when every store takes their keys for one.</summary>
    public IEqualityComparer<object?[]> Comparer => new KeyComparer(_places);

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

        // Stores keep instants to the microsecond; that they have one zero is in Equals of a double.
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
