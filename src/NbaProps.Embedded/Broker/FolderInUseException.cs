using System.Globalization;

namespace NbaProps.Embedded.Broker;

/// <summary>Another dispatcher has the folder. The message is one line that says who.</summary>
/// <param name="directory">The folder.</param>
/// <param name="holder">Who has it; null when that cannot be read.</param>
public sealed class FolderInUseException(string directory, FolderHolder? holder) : Exception(Line(directory, holder))
{
    /// <summary>Who has the folder; null when that cannot be read.</summary>
    public FolderHolder? Holder { get; } = holder;

    private static string Line(string directory, FolderHolder? holder) => holder is null
        ? $"Another process dispatches messages in {directory}; stop it first."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Process {holder.ProcessId} ({holder.Command}) dispatches messages in {directory} since {holder.Since:yyyy-MM-dd HH:mm:ss} UTC; stop it first.");
}

/// <summary>The process that holds a folder.</summary>
/// <param name="ProcessId">Its id on this machine.</param>
/// <param name="Since">Since when.</param>
/// <param name="Command">What it was started as.</param>
public sealed record FolderHolder(int ProcessId, DateTimeOffset Since, string Command);
