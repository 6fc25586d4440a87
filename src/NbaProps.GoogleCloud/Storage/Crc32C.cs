using System.Buffers.Binary;
using System.Numerics;

namespace NbaProps.GoogleCloud.Storage;

/// <summary>CRC32C (Castagnoli, RFC 4960 appendix B) as Cloud Storage writes it: four bytes, big-endian, in base64.</summary>
internal static class Crc32C
{
    /// <summary>The checksum of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var one in bytes)
        {
            crc = BitOperations.Crc32C(crc, one);
        }

        Span<byte> written = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(written, ~crc);
        return Convert.ToBase64String(written);
    }
}
