using System.Globalization;

namespace NbaProps.Embedded.Files;

/// <summary>Files that are being written; they get their name when they are complete.</summary>
internal sealed class IncomingFiles(string folder)
{
    private const int AlreadyExists = 17;

    private long _last;

    /// <summary>Makes a file with these bytes appear under a name, whole and flushed; false when the name was taken, whose file is left as it is.</summary>
    public bool Link(ReadOnlySpan<byte> bytes, string name)
    {
        using var stream = Create(out var file);
        try
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
            return PosixFile.TryLink(file, name);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private FileStream Create(out string file)
    {
        Directory.CreateDirectory(folder);
        while (true)
        {
            // Another instance, or a process that was killed, may hold the same number under the same process id.
            file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Interlocked.Increment(ref _last)}"));
            try
            {
                return new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
            }
            catch (IOException error) when (error.HResult == AlreadyExists)
            {
                // The next number.
            }
        }
    }
}
