namespace NbaProps.Truth.Raw;

/// <summary>Instants as sources write them.</summary>
internal static class Seconds
{
    /// <summary>Without the part of a second.</summary>
    public static DateTimeOffset Whole(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));
}
