using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Odds;

/// <summary>Reads The Odds API's list of events.</summary>
internal static class OddsEvents
{
    /// <summary>The events; left out are those that are not between two of the thirty teams.</summary>
    public static Reading<OddsEventLine> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var seenAt = OddsPayload.SeenAt(root, asOf);
        var lines = new List<OddsEventLine>();
        var leftOut = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in OddsPayload.Body(root).Items())
        {
            var odds = OddsEvent.Of(item, seenAt, item);
            if (!seen.Add(odds.Id))
            {
                throw new PermanentException($"{root.File}: event {odds.Id} is listed twice");
            }

            if (odds is { Home: { } home, Away: { } away })
            {
                // Without a stated start there is no date that the event could be of.
                lines.Add(new OddsEventLine(odds.Id, odds.Date ?? throw Missing(item), home, away, odds.CommenceTime, seenAt));
            }
            else
            {
                leftOut.Add($"{odds.Name}: not between two of the thirty teams");
            }
        }

        return new(lines, leftOut);
    }

    private static PermanentException Missing(PayloadNode item) => item.Refused("an event with its commence_time");
}
