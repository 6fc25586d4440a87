using System.Globalization;

namespace NbaProps.Truth.Walking;

/// <summary>The most memory that this process ever held.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    /// <summary>Mebibytes of resident memory at the highest; null where the system does not tell.</summary>
    public static long? Mebibytes() => File.Exists(Status) && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
        ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024
        : null;
}
