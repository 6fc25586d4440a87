using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

using NbaProps.Domain.Calendar;

namespace NbaProps.Shared.Warehouse;

/// <summary>
/// The hash of what rows say: every content column, in key order, with types and lengths so that no two contents share a text.
/// <c>as_of</c> and lineage are left out: they tell when and by whom, not what.
/// </summary>
public static class ContentHashing
{
    /// <summary>The hash of no rows: also what a unit that has never written is taken to hold.</summary>
    public static string Empty { get; } = Of(Array.Empty<object?[]>(), []);

    /// <summary>Hash of rows given as values in the order of a schema's columns (lineage may be missing at the end).</summary>
    /// <param name="schema">The table.</param>
    /// <param name="rows">The rows, in any order.</param>
    public static string Of(TableSchema schema, IReadOnlyList<object?[]> rows)
    {
        var content = schema.Columns.Select((column, index) => (column, index)).Where(pair => pair.column.Role == ColumnRole.Content).Select(pair => pair.index).ToArray();
        var key = schema.Key.Select(name => RowKeys.PlaceOf(schema, name)).ToArray();
        return Of(rows.OrderBy(row => Array.ConvertAll(key, place => row[place]), KeyOrder.Instance).ToArray(), content);
    }

    private static string Of(IReadOnlyList<object?[]> rows, int[] columns)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(64);
        foreach (var row in rows)
        {
            hash.AppendData("R"u8);
            foreach (var column in columns)
            {
                Append(hash, row[column], buffer);
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static void Append(IncrementalHash hash, object? value, byte[] buffer)
    {
        switch (value)
        {
            case null:
                hash.AppendData("N"u8);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                AppendNumber(hash, (byte)'S', bytes.Length, buffer);
                hash.AppendData(bytes);
                break;
            case long number:
                AppendNumber(hash, (byte)'I', number, buffer);
                break;
            case double number:
                // Minus zero and zero are one value in every store.
                AppendNumber(hash, (byte)'F', BitConverter.DoubleToInt64Bits(number == 0 ? 0 : number), buffer);
                break;
            case bool flag:
                AppendNumber(hash, (byte)'B', flag ? 1 : 0, buffer);
                break;
            case GameDate date:
                AppendNumber(hash, (byte)'D', date.ToDateOnly().DayNumber, buffer);
                break;
            case DateTimeOffset instant:
                // To the microsecond: what the stores keep.
                AppendNumber(hash, (byte)'T', instant.UtcTicks / 10, buffer);
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} is not a stored value.");
        }
    }

    private static void AppendNumber(IncrementalHash hash, byte kind, long number, byte[] buffer)
    {
        buffer[0] = kind;
        BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(1), number);
        hash.AppendData(buffer, 0, 9);
    }
}
