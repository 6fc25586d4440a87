using System.Globalization;

using NbaProps.Domain.BoxScores;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>The sixteen counts that follow a player's minutes: FG FGA 3P 3PA FT FTA OR DR TOT A PF ST TO BS +/- PTS.</summary>
internal static class StatLine
{
    private const int PlusMinusAt = 14;

    // The least that is surely wrong; the table's own ranges.
    private static readonly int[] Most = [80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 10, 40, 40, 40, 150, 110];

    /// <summary>A line with its counts.</summary>
    /// <param name="line">The line without counts.</param>
    /// <param name="minutes">35:42.</param>
    /// <param name="counts">What follows.</param>
    /// <param name="wrong">Why there is none.</param>
    public static GamebookLine? Read(GamebookLine line, string minutes, string counts, out string? wrong)
    {
        wrong = null;
        if (!Minutes.TryParse(minutes, out var time) || time > Minutes.FromMinutes(100))
        {
            wrong = $"{line.PlayerName} has minutes {minutes}; accepted is a time up to 100:00";
            return null;
        }

        var words = counts.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != Most.Length)
        {
            wrong = FormattableString.Invariant($"{line.PlayerName} has {words.Length} counts; accepted are {Most.Length}, from FG to PTS");
            return null;
        }

        var numbers = new int[words.Length];
        for (var index = 0; index < words.Length; index++)
        {
            var style = index == PlusMinusAt ? NumberStyles.AllowLeadingSign : NumberStyles.None;
            if (!int.TryParse(words[index], style, CultureInfo.InvariantCulture, out numbers[index]) || Math.Abs((long)numbers[index]) > Most[index])
            {
                wrong = FormattableString.Invariant($"{line.PlayerName} has '{words[index]}' as count {index + 1}; accepted is a whole number up to {Most[index]}");
                return null;
            }
        }

        var read = With(line, time, numbers);
        wrong = Contradiction(read, time);
        return wrong is null ? read : null;
    }

    private static GamebookLine With(GamebookLine line, Minutes time, int[] counts) => line with
    {
        SecondsPlayed = time.Seconds,
        FieldGoalsMade = counts[0],
        FieldGoalsAttempted = counts[1],
        ThreePointersMade = counts[2],
        ThreePointersAttempted = counts[3],
        FreeThrowsMade = counts[4],
        FreeThrowsAttempted = counts[5],
        OffensiveRebounds = counts[6],
        DefensiveRebounds = counts[7],
        Rebounds = counts[8],
        Assists = counts[9],
        PersonalFouls = counts[10],
        Steals = counts[11],
        Turnovers = counts[12],
        Blocks = counts[13],
        PlusMinus = counts[PlusMinusAt],
        Points = counts[15],
    };

    private static string? Contradiction(GamebookLine line, Minutes time)
    {
        var box = new BoxLine(
            time, line.Points, line.FieldGoalsMade, line.FieldGoalsAttempted, line.ThreePointersMade, line.ThreePointersAttempted, line.FreeThrowsMade,
            line.FreeThrowsAttempted, line.OffensiveRebounds, line.Turnovers);
        string[] wrong =
        [
            .. box.Contradictions(),
            .. line.OffensiveRebounds + line.DefensiveRebounds == line.Rebounds ? Array.Empty<string>() : ["Rebounds are not the offensive and the defensive ones together"],
        ];
        return wrong.Length == 0 ? null : $"{line.PlayerName} contradicts himself: {string.Join("; ", wrong)}";
    }
}
