using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Espn;

/// <summary>Reads ESPN's scoreboard of a day.</summary>
internal static class EspnScoreboardPayload
{
    /// <summary>The games; left out are those that are not between two of the thirty teams.</summary>
    public static Reading<EspnScoreboardLine> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var lines = new List<EspnScoreboardLine>();
        var leftOut = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var game in root.Required("events").Items())
        {
            var id = EspnNames.Id(game.Required("id"));
            if (!seen.Add(id))
            {
                throw new PermanentException($"{root.File}: game {id} is listed twice");
            }

            var competitions = game.Required("competitions");
            var competition = competitions.Items().ToArray() is [var only] ? only : throw competitions.Refused("one competition");
            var home = Side(competition, "home");
            var away = Side(competition, "away");
            if (TeamOf(home) is { } homeTeam && TeamOf(away) is { } awayTeam)
            {
                lines.Add(Line(competition, id, (home, homeTeam), (away, awayTeam)));
            }
            else
            {
                leftOut.Add($"{id}: not between two of the thirty teams");
            }
        }

        return new(lines, leftOut);
    }

    private static EspnScoreboardLine Line(PayloadNode competition, string id, (PayloadNode Node, TeamTricode Team) home, (PayloadNode Node, TeamTricode Team) away)
    {
        var type = competition.Required("status").Required("type");
        var state = type.Required("state");
        var completed = type.Required("completed").Flag();
        var counts = state.Text() switch
        {
            "pre" => false,
            "in" => true,
            "post" => completed,
            _ => throw state.Refused("pre, in or post"),
        };
        var homeScore = counts ? EspnNames.Count(home.Node.Required("score"), 300) : (int?)null;
        var awayScore = counts ? EspnNames.Count(away.Node.Required("score"), 300) : (int?)null;
        var (date, tipOff) = Start(competition);
        return new EspnScoreboardLine(
            id, date, tipOff.Instant, tipOff.IsAssumed, home.Team, away.Team, homeScore, awayScore,
            completed && homeScore is { } points && awayScore is { } others ? Winner(home, points, away, others) : null,
            state.Text(), completed, type.Required("name").FilledText(), type.Required("detail").Text().Trim());
    }

    private static (GameDate Date, TipOff TipOff) Start(PayloadNode competition)
    {
        var node = competition.Required("date");
        var instant = node.Instant();
        var date = node.SportsDay();
        return (date, competition.Required("timeValid").Flag() ? TipOff.Known(instant) : TipOff.AssumedFor(date));
    }

    // Who won is said twice: by the points, and by a flag on each side.
    private static TeamTricode Winner((PayloadNode Node, TeamTricode Team) home, int homeScore, (PayloadNode Node, TeamTricode Team) away, int awayScore)
    {
        var (homeWon, awayWon) = (home.Node.Required("winner").Flag(), away.Node.Required("winner").Flag());
        return homeWon == homeScore > awayScore && awayWon == awayScore > homeScore && homeWon != awayWon
            ? homeWon ? home.Team : away.Team
            : throw home.Node.Required("winner").Refused($"what the scores say, {homeScore} to {awayScore}, with one winner");
    }

    private static PayloadNode Side(PayloadNode competition, string side)
    {
        var competitors = competition.Required("competitors");
        return competitors.Items().ToArray() is [_, _] two && two.Where(one => one.Required("homeAway").Text() == side).ToArray() is [var found]
            ? found
            : throw competitors.Refused("two sides, one home and one away");
    }

    private static TeamTricode? TeamOf(PayloadNode side) => EspnNames.TeamOrNull(side.Required("team").Required("abbreviation"));
}
