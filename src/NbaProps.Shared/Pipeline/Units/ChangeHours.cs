using System.Globalization;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>The hours by which units that have changed are found: what equals a value is all that every store can be asked for.</summary>
internal static class ChangeHours
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The hour of a moment, such as <c>2026-11-22T14</c>, UTC.</summary>
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture);

    /// <summary>The hours of which a piece lies between two moments, oldest first.</summary>
    public static IEnumerable<string> Between(DateTimeOffset from, DateTimeOffset to)
    {
        for (var hour = new DateTimeOffset(from.UtcTicks - (from.UtcTicks % Hour.Ticks), TimeSpan.Zero); hour <= to; hour += Hour)
        {
            yield return Of(hour);
        }
    }
}
