using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Scrapers.Contracts;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.Espn;

/// <summary>ESPN's scoreboard of a date, for whoever needs it.</summary>
internal static class EspnScoreboard
{
    public static PayloadContract Contract { get; } = new("ESPN's scoreboard: events with competitions and competitors", "events[].id:text", "events[].date:text", "events[].competitions[].competitors[].team:object") { Distinct = [new("events[].id")] };

    public static string Address(GameDate date) =>
        $"/apis/site/v2/sports/basketball/nba/scoreboard?dates={date.ToDateOnly().ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    /// <summary>ESPN's id of each pair of teams.</summary>
    public static IReadOnlyDictionary<(TeamTricode Home, TeamTricode Away), string> Events(FetchedPayload scoreboard)
    {
        using var json = JsonDocument.Parse(scoreboard.Bytes);
        var found = new Dictionary<(TeamTricode, TeamTricode), string>();
        foreach (var one in json.RootElement.GetProperty("events").EnumerateArray())
        {
            var teams = new SortedDictionary<string, TeamTricode>(StringComparer.Ordinal);
            foreach (var side in one.GetProperty("competitions")[0].GetProperty("competitors").EnumerateArray())
            {
                if (side.TryGetProperty("homeAway", out var where)
                    && side.GetProperty("team").TryGetProperty("abbreviation", out var code)
                    && TeamSpellings.TryResolve(TeamSource.Espn, code.ToString(), out var team))
                {
                    teams[where.ToString()] = team;
                }
            }

            if (teams.TryGetValue("home", out var home) && teams.TryGetValue("away", out var away))
            {
                found[(home, away)] = one.GetProperty("id").ToString();
            }
        }

        return found;
    }
}
