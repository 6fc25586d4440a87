using System.Runtime.InteropServices;

namespace NbaProps.Embedded.Files;

/// <summary>What the class library does not offer: a hard link, which never overwrites, and a folder's flush to the disk.</summary>
internal static class PosixFile
{
    private const int AlreadyExists = 17;

    /// <summary>Gives a file a second name, atomically; false when the name is taken.</summary>
    /// <exception cref="IOException">The link could not be made for another reason.</exception>
    public static bool TryLink(string file, string name)
    {
        if (Link(file, name) == 0)
        {
            return true;
        }

        var error = Marshal.GetLastPInvokeError();
        return error == AlreadyExists ? false : throw Failed($"link {name}", error);
    }

    /// <summary>Flushes a folder's list of names, so that a new name survives a power cut.</summary>
    /// <exception cref="IOException">The folder could not be flushed.</exception>
    public static void FlushFolder(string folder)
    {
        var descriptor = Open(folder, 0);
        if (descriptor < 0)
        {
            throw Failed($"open folder {folder}", Marshal.GetLastPInvokeError());
        }

        var flushed = Flush(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (flushed != 0)
        {
            throw Failed($"flush folder {folder}", error);
        }
    }

    private static IOException Failed(string what, int error) => new($"Cannot {what}: {Marshal.GetPInvokeErrorMessage(error)}");

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);
}
