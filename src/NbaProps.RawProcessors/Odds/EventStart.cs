using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Odds;

/// <summary>Takes an event's stated start apart.</summary>
internal static class EventStart
{
    /// <summary>Its US Eastern sports day, and the start itself; that is null when it is midnight Eastern, the way an unknown one is written.</summary>
    /// <param name="node">Where it stands, for messages.</param>
    /// <param name="start">The start.</param>
    public static (GameDate Date, DateTimeOffset? Start) Of(PayloadNode node, DateTimeOffset start)
    {
        if (start < GameDate.MinValue.At(0) || start >= GameDate.MaxValue.At(0))
        {
            throw node.Refused("an instant from 2007 on");
        }

        var date = GameDate.FromInstant(start);
        return (date, date.At(0) == start ? null : start);
    }
}
