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
        using var text = new HashedText();
        foreach (var row in rows)
        {
            text.Mark((byte)'R');
            foreach (var column in columns)
            {
                Append(text, row[column]);
            }
        }

        return text.Digest();
    }

    private static void Append(HashedText text, object? value)
    {
        switch (value)
        {
            case null:
                text.Mark((byte)'N');
                break;
            case string content:
                text.Append(content);
                break;
            case long number:
                text.Append((byte)'I', number);
                break;
            case double number:
                // Minus zero and zero are one value in every store.
                text.Append((byte)'F', BitConverter.DoubleToInt64Bits(number == 0 ? 0 : number));
                break;
            case bool flag:
                text.Append((byte)'B', flag ? 1 : 0);
                break;
            case GameDate date:
                text.Append((byte)'D', date.ToDateOnly().DayNumber);
                break;
            case DateTimeOffset instant:
                // To the microsecond: what the stores keep.
                text.Append((byte)'T', instant.UtcTicks / 10);
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} is not a stored value.");
        }
    }

    /// <summary>Collects what is hashed: a call of the hash for each value costs more than the hash itself.</summary>
    private sealed class HashedText : IDisposable
    {
        private const int Capacity = 16_384;
        private const int NumberLength = 1 + sizeof(long);

        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Capacity);
        private int _length;

        public void Mark(byte kind)
        {
            Reserve(1);
            _buffer[_length++] = kind;
        }

        public void Append(byte kind, long number)
        {
            Reserve(NumberLength);
            _buffer[_length] = kind;
            BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_length + 1), number);
            _length += NumberLength;
        }

        public void Append(string content)
        {
            var length = Encoding.UTF8.GetByteCount(content);
            Append((byte)'S', length);
            if (length > Capacity - _length)
            {
                Flush();
            }

            if (length > Capacity)
            {
                _hash.AppendData(Encoding.UTF8.GetBytes(content));
                return;
            }

            _length += Encoding.UTF8.GetBytes(content, _buffer.AsSpan(_length));
        }

        public string Digest()
        {
            Flush();
            return Convert.ToHexStringLower(_hash.GetHashAndReset().AsSpan(0, 16));
        }

        public void Dispose()
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _hash.Dispose();
        }

        private void Reserve(int bytes)
        {
            if (bytes > Capacity - _length)
            {
                Flush();
            }
        }

        private void Flush()
        {
            _hash.AppendData(_buffer, 0, _length);
            _length = 0;
        }
    }
}
