using System.Globalization;
using System.Text.RegularExpressions;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.InjuryReport;

/// <summary>What a line says only when it differs from the line before, over pages too.</summary>
/// <param name="Date">Date of the game.</param>
/// <param name="Time">Its start as written.</param>
/// <param name="Matchup">Its teams as written, away@home.</param>
/// <param name="Team">The team's name as written.</param>
internal sealed partial record ReportPlace(GameDate? Date, string? Time, string? Matchup, string? Team)
{
    public static readonly ReportPlace Nowhere = new(null, null, null, null);

    /// <summary>Whether both teams are of the thirty.</summary>
    public bool IsKnown => TeamTricode.TryParse(Matchup?[..3], out _) && TeamTricode.TryParse(Matchup?[4..], out _);

    /// <summary>Takes date, time and matchup from the beginning of a line. What belongs to a game before is forgotten.</summary>
    /// <param name="line">The line.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="taken">How many cells that were.</param>
    public ReportPlace Next(TextLine line, IReadOnlyList<ReportCell> cells, out int taken)
    {
        var place = this;
        taken = 0;
        if (taken < cells.Count && DateForm().IsMatch(cells[taken].Text))
        {
            place = Nowhere with { Date = ParseDate(cells[taken++].Text, "MM/dd/yyyy") ?? throw line.Refused("a date such as 01/04/2024") };
        }

        if (taken < cells.Count && TimeForm().Match(cells[taken].Text) is { Success: true } time)
        {
            place = place with { Time = time.Groups["time"].Value, Matchup = null, Team = null };
            taken++;
        }

        if (taken < cells.Count && MatchupForm().IsMatch(cells[taken].Text))
        {
            place = place with { Matchup = cells[taken++].Text, Team = null };
        }

        return place is { Date: not null, Time: not null, Matchup: not null }
            ? place
            : throw line.Refused("a line of a game whose date, time and teams (01/04/2024, 07:30 (ET), MIL@SAS) stand there or above");
    }

    /// <summary>The team of the thirty that is meant, which must be one of the game's.</summary>
    public TeamTricode TeamOf(TextLine line) =>
        TeamSpellings.TryResolve(TeamSource.NbaFullName, Team, out var team) && (team == Away || team == Home)
            ? team
            : throw line.Refused($"a line of {TeamSpellings.FullName(Away)} or {TeamSpellings.FullName(Home)}, the teams of {Matchup}");

    public TeamTricode Away => TeamTricode.Parse(Matchup![..3]);

    public TeamTricode Home => TeamTricode.Parse(Matchup![4..]);

    public override string ToString() => $"{Team ?? "no team"} of {Matchup} on {Date}";

    /// <summary>A date of the game's calendar; null when it is none.</summary>
    public static GameDate? ParseDate(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && GameDate.TryParse(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var day)
            ? day
            : null;

    [GeneratedRegex(@"^[0-9]{2}/[0-9]{2}/[0-9]{4}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(?<time>([01][0-9]|2[0-3]):[0-5][0-9]) \(ET\)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeForm();

    [GeneratedRegex(@"^[A-Z]{3}@[A-Z]{3}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MatchupForm();
}
