using System.Text.Json;
using System.Text.Json.Serialization;

namespace NbaProps.Embedded.Broker;

/// <summary>
/// The right to dispatch in a folder: an exclusive lock of the operating system on <c>dispatcher.lock</c>, which ends with the process, however that
/// ends. Who holds it is written to <c>dispatcher.json</c>, because a locked file cannot be read by the one who is refused.
/// </summary>
public sealed class FolderLock : IDisposable
{
    // How the operating systems say "locked": EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _stream;
    private readonly string _holderPath;
    private bool _released;

    private FolderLock(FileStream stream, string holderPath)
    {
        _stream = stream;
        _holderPath = holderPath;
    }

    /// <summary>Takes the lock, or throws <see cref="FolderInUseException"/>. Never waits.</summary>
    public static FolderLock Acquire(string directory, TimeProvider time)
    {
        Directory.CreateDirectory(directory);
        var holderPath = Path.Combine(directory, "dispatcher.json");
        FileStream stream;
        try
        {
            stream = new FileStream(Path.Combine(directory, "dispatcher.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (Locked.Contains(exception.HResult))
        {
            throw new FolderInUseException(directory, ReadHolder(holderPath));
        }

        try
        {
            var holder = new FolderHolder(Environment.ProcessId, time.GetUtcNow(), Environment.CommandLine);
            File.WriteAllText(holderPath, JsonSerializer.Serialize(holder, FolderHolderJson.Default.FolderHolder));
            return new FolderLock(stream, holderPath);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        if (_released)
            return;
        _released = true;
        // While the lock is still held, so that this cannot remove the next holder's. The lock file itself stays: removing it would let two
        // processes lock two files of one name.
        File.Delete(_holderPath);
        _stream.Dispose();
    }

    private static FolderHolder? ReadHolder(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), FolderHolderJson.Default.FolderHolder);
        }
        catch (Exception exception) when (exception is IOException or JsonException or UnauthorizedAccessException)
        {
            // The holder is just writing it, or has just gone: the refusal stands without a name.
            return null;
        }
    }
}

[JsonSerializable(typeof(FolderHolder))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class FolderHolderJson : JsonSerializerContext;
