using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NbaProps.Domain;

/// <summary>
/// Names content by what it is: SHA-256 (FIPS 180-4), the first 16 bytes as 32 lower-case hexadecimal digits. 128 bits make a chance
/// collision among a billion contents less likely than 1 in 10^20.
/// </summary>
public static class ContentHash
{
    /// <summary>Number of hexadecimal digits.</summary>
    public const int Length = 32;

    /// <summary>Hash of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, digest);
        return Convert.ToHexStringLower(digest[..(Length / 2)]);
    }

    /// <summary>Hash of a text's UTF-8 bytes.</summary>
    public static string Of(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Of(Utf8.GetBytes(content));
    }

    /// <summary>
    /// Hash of a list of texts: each goes in as its UTF-8 length, four bytes big-endian, then its bytes, so that ("ab", "c") and ("a", "bc") differ.
    /// </summary>
    /// <remarks>A list of one is a list: its hash is not that of the text alone.</remarks>
    public static string Of(params string[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var size = 0;
        foreach (var part in parts)
        {
            size += sizeof(int) + Utf8.GetByteCount(part);
        }

        // One call of the hash: each costs more than the bytes of a short text.
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var at = 0;
        foreach (var part in parts)
        {
            var length = Utf8.GetBytes(part, buffer.AsSpan(at + sizeof(int)));
            BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(at), length);
            at += sizeof(int) + length;
        }

        var hash = Of(buffer.AsSpan(0, at));
        ArrayPool<byte>.Shared.Return(buffer);
        return hash;
    }

    // Throws on a lone surrogate: the replacing encoder would give two different texts one hash.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
