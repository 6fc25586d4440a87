using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

using CsvHelper;

using NbaProps.Shared.Resilience;

namespace NbaProps.Archive;

/// <summary>A gzipped CSV file of the archive, read by column name.</summary>
internal static class CsvFile
{
    private static readonly CsvReaderOptions Options = new()
    {
        TrackLineNumbers = true,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <summary>What is wrong with a file as a file: unreadable, cut off, a column missing. Null when nothing is.</summary>
    public static string? Problem(string path, IReadOnlyList<string> columns)
    {
        try
        {
            RequireWhole(path);
            using var csv = Open(path);
            RequireColumns(path, csv, columns);
            return null;
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return $"{path}: cannot be read to its end as a gzipped CSV; it is cut off or damaged ({FirstLine(error)})";
        }
        catch (PermanentException missing)
        {
            return missing.Message;
        }
    }

    /// <summary>The rows of a file, one after the other.</summary>
    /// <exception cref="PermanentException">A column is missing, or the file is cut off.</exception>
    public static IEnumerable<ArchiveRow> Rows(string path, IReadOnlyList<string> columns)
    {
        using var csv = Open(path);
        RequireColumns(path, csv, columns);
        while (Next(path, csv))
        {
            yield return new ArchiveRow(path, csv);
        }
    }

    /// <summary>
    /// Reads to the end once, so that a file that was cut off is found now and not in the middle of a season. The stream itself is content
    /// with an early end: only the length in the last four bytes tells.
    /// </summary>
    private static void RequireWhole(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> trailer = stackalloc byte[4];
        file.Seek(-Math.Min(4, file.Length), SeekOrigin.End);
        var stated = file.Read(trailer) == 4 ? BinaryPrimitives.ReadUInt32LittleEndian(trailer) : 0;
        file.Seek(0, SeekOrigin.Begin);
        using var content = new GZipStream(file, CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        uint length = 0;
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            length += (uint)read;
        }

        if (length == 0 || length != stated)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{length} bytes of {stated}"));
        }
    }

    private static bool Next(string path, CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception error) when (error is InvalidDataException or CsvFormatException)
        {
            throw new PermanentException($"{path}: line {csv.LineNumber}: {FirstLine(error)}", error);
        }
    }

    private static CsvReader Open(string path) =>
        CsvReader.Create(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Options, leaveOpen: false);

    private static void RequireColumns(string path, CsvReader csv, IReadOnlyList<string> columns)
    {
        csv.ReadHeader();
        if (csv.Headers.Count == 0)
        {
            throw new PermanentException($"{path}: is empty; accepted is a CSV with the columns {string.Join(", ", columns)}");
        }

        var missing = columns.Except(csv.Headers, StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
        {
            throw new PermanentException(
                $"{path}: column {string.Join(", ", missing)} is missing; accepted is a CSV with the columns {string.Join(", ", columns)}");
        }
    }

    private static string FirstLine(Exception error) => error.Message.Split('\n')[0].Trim();
}
