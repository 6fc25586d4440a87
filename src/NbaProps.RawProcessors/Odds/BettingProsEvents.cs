using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Odds;

/// <summary>Reads BettingPros' events of a day. Line-ups are not read: a player's team in them is his team when they were fetched.</summary>
internal static class BettingProsEvents
{
    public static bool IsEvents(PayloadNode root) => root.Optional("events") is not null && root.Optional("offers") is null;

    /// <summary>The events; left out are those that are not between two of the thirty teams.</summary>
    public static Reading<BettingProsEventLine> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var lines = new List<BettingProsEventLine>();
        var leftOut = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in root.Required("events").Items())
        {
            var id = BettingProsNodes.Id(item.Required("id"));
            if (!seen.Add(id))
            {
                throw new PermanentException($"{root.File}: event {id} is listed twice");
            }

            var (home, away) = (item.Required("home").Text(), item.Required("visitor").Text());
            if (TeamSpellings.TryResolve(TeamSource.BettingPros, home, out var homeTeam)
                && TeamSpellings.TryResolve(TeamSource.BettingPros, away, out var awayTeam)
                && homeTeam != awayTeam)
            {
                lines.Add(Line(item, id, homeTeam, awayTeam));
            }
            else
            {
                leftOut.Add($"{away} @ {home} ({id}): not between two of the thirty teams");
            }
        }

        return new(lines, leftOut);
    }

    private static BettingProsEventLine Line(PayloadNode item, string id, TeamTricode home, TeamTricode away)
    {
        var scheduled = item.Required("scheduled");
        var (date, start) = EventStart.Of(scheduled, BettingProsNodes.Instant(scheduled));
        return new BettingProsEventLine(
            id, date, home, away, start,
            new Season(item.Required("season").Between(2006, 2100)), item.Required("season_type").FilledText(), item.Required("status").FilledText());
    }
}
