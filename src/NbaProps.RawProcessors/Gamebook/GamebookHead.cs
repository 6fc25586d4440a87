using System.Globalization;
using System.Text.RegularExpressions;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>Reads what a gamebook says about its game. Duration, attendance and officials are found by their labels, wherever they stand.</summary>
internal static partial class GamebookHead
{
    /// <summary>The facts of a game.</summary>
    /// <param name="lines">All lines, each with single spaces.</param>
    /// <param name="away">Visiting team.</param>
    /// <param name="home">Home team.</param>
    /// <param name="errors">Takes what is missing or cannot be read.</param>
    public static GamebookFacts Read(IReadOnlyList<string> lines, TeamTricode away, TeamTricode home, SectionErrorTracker errors)
    {
        var place = lines.TakeWhile(line => !GamebookPlayers.IsHeading(line)).Select(line => Place().Match(line)).FirstOrDefault(match => match.Success);
        if (place is null)
        {
            errors.Record(GamebookSection.GameMetadata, "no line has date, arena, city and state; accepted is 'Wednesday, April 10, 2024 Some Arena, Cleveland, OH'");
        }

        var attendance = Attendance().Match(string.Join('\n', lines));
        int? people = int.TryParse(attendance.Groups["people"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
        Missing(people, "Attendance", "19432 (Sellout)", errors);
        return new GamebookFacts(
            DateOf(place, errors),
            away,
            home,
            TextOf(place, "arena"),
            TextOf(place, "city"),
            TextOf(place, "state"),
            Officials(lines, errors),
            Duration(lines, errors),
            people,
            people is null ? null : attendance.Groups["note"].Value.Trim().Equals("Sellout", StringComparison.OrdinalIgnoreCase));
    }

    private static string? TextOf(Match? place, string group) => place?.Groups[group] is { Success: true } found ? found.Value : null;

    private static GameDate? DateOf(Match? place, SectionErrorTracker errors)
    {
        if (place is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(place.Groups["date"].Value, "MMMM d, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && GameDate.TryParse(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var day))
        {
            return day;
        }

        errors.Record(GamebookSection.GameMetadata, $"'{place.Value}' has no date; accepted is one such as April 10, 2024 before the arena");
        return null;
    }

    private static int? Duration(IReadOnlyList<string> lines, SectionErrorTracker errors)
    {
        var found = DurationForm().Match(string.Join('\n', lines));
        int? minutes = found.Success
            ? (60 * int.Parse(found.Groups["hours"].Value, CultureInfo.InvariantCulture)) + int.Parse(found.Groups["minutes"].Value, CultureInfo.InvariantCulture)
            : null;
        minutes = minutes >= 30 ? minutes : null;
        Missing(minutes, "Game Duration", "2:10", errors);
        return minutes;
    }

    private static List<GamebookOfficial> Officials(IReadOnlyList<string> lines, SectionErrorTracker errors)
    {
        var officials = new List<GamebookOfficial>();
        var list = OfficialsForm().Match(string.Join('\n', lines));
        if (!list.Success)
        {
            errors.Record(GamebookSection.OfficialsParsing, "there is no line 'Officials:'; accepted is 'Officials: #24 Some Name, #36 Other Name'");
            return officials;
        }

        foreach (var one in list.Groups["list"].Value.Split(',', StringSplitOptions.TrimEntries))
        {
            var official = Official().Match(one);
            if (official.Success)
            {
                officials.Add(new GamebookOfficial(int.Parse(official.Groups["number"].Value, CultureInfo.InvariantCulture), official.Groups["name"].Value));
            }
            else
            {
                errors.Record(GamebookSection.OfficialsParsing, $"'{one}' is no official; accepted is '#24 Some Name'");
            }
        }

        return officials;
    }

    private static void Missing(int? value, string label, string accepted, SectionErrorTracker errors)
    {
        if (value is null)
        {
            errors.Record(GamebookSection.GameMetadata, $"there is no '{label}:' that can be read; accepted is '{label}: {accepted}'");
        }
    }

    // Weekday and date stand before the arena; where they are missing the place is still read.
    [GeneratedRegex(@"^([A-Z][a-z]+day, )?((?<date>[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}) )?(?<arena>\S.*), (?<city>[^,]+), (?<state>[A-Z]{2})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\bAttendance: (?<people>[0-9,]+)( ?\((?<note>[^)\n]*)\))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attendance();

    [GeneratedRegex(@"\bGame Duration: (?<hours>[0-9]):(?<minutes>[0-5][0-9])\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DurationForm();

    [GeneratedRegex(@"\bOfficials: (?<list>.*?)(?= Game Duration:| Attendance:|$)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfficialsForm();

    [GeneratedRegex(@"^#(?<number>[0-9]{1,3}) (?<name>\p{L}.*)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Official();
}
