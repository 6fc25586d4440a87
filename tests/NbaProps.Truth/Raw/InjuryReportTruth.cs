using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Serving;
using NbaProps.Simulator.Serving.InjuryReport;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>What teams said in the newest report before each look: of the date's games, since the next day's are that day's.</summary>
internal sealed class InjuryReportTruth : TableTruth<InjuryReportRow>
{
    private static readonly GameDate Quarters = new(2025, 12, 23);

    /// <summary>Who is listed, by look.</summary>
    public static IEnumerable<(DateTimeOffset Look, DateTimeOffset ReportAt, TeamReport Team, ListedPlayer Player)> Listed(DayTruth day, Moment moment) =>
        from look in SeenQuotes.Looks(day, moment)
        let at = NewestAt(look)
        from team in day.Games.Count == 0 ? [] : ReportEdition.Of(new LeagueMoment(day.Season.Season, look), new ReportSlot(GameDate.FromInstant(at), at)) ?? []
        where team.Game.Scheduled.Date == day.Date
        from player in team.Listed ?? []
        select (look, at, team, player);

    protected override IEnumerable<InjuryReportRow> Rows(DayTruth day) => Listed(day, Moment.CutOff).Select(listed => new InjuryReportRow
    {
        GameDate = day.Date,
        Team = listed.Team.Team,
        NameKey = listed.Player.Absence.Player.NameKey,
        ReportAt = listed.ReportAt,
        GameId = listed.Team.Game.Scheduled.Id,
        GameTime = GameDate.ToEastern(listed.Team.Game.Scheduled.TipOff).ToString("hh:mm", CultureInfo.InvariantCulture),
        AwayTeam = listed.Team.Game.Scheduled.Away,
        HomeTeam = listed.Team.Game.Scheduled.Home,
        PlayerId = null,
        PlayerName = PlainLetters.Of($"{listed.Player.Absence.Player.LastName}, {listed.Player.Absence.Player.GivenName}"),
        InjuryStatus = listed.Player.Status.ToStorageName(),
        Reason = listed.Player.Absence.Reason,
        ReasonCategory = AbsenceWords.CategoryOf(listed.Player.Absence.Reason),
        Source = "nba_injury_report",
        AsOf = listed.Look,
    });

    // At half past each hour, and since 23 December 2025 at each quarter.
    private static DateTimeOffset NewestAt(DateTimeOffset look)
    {
        var date = GameDate.FromInstant(look);
        var (step, offset) = date >= Quarters ? (15, 0) : (60, 30);
        return Enumerable.Range(0, 24 * 60 / step).Select(place => date.At(0).AddMinutes((place * step) + offset)).Last(at => at <= look);
    }
}
