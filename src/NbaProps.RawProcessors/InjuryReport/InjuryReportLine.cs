using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.InjuryReport;

/// <summary>One player of one injury report, by the report alone: the game's id and the player's are looked up in other tables.</summary>
/// <param name="ReportAt">The moment in the report's title, UTC.</param>
/// <param name="GameDate">US Eastern sports day of the game.</param>
/// <param name="GameTime">Start as written, such as 07:30: Eastern time on a clock of twelve hours without am and pm, hence no instant.</param>
/// <param name="AwayTeam">Visiting team.</param>
/// <param name="HomeTeam">Home team.</param>
/// <param name="Team">The player's team, one of the two.</param>
/// <param name="PlayerName">His name as written: "Duke Jr., David".</param>
/// <param name="NameKey">The name as a key: "david duke".</param>
/// <param name="Status">How he stands towards the game.</param>
/// <param name="Reason">Why, its lines joined by a space; null when none is given or it cannot be told whose it is.</param>
/// <param name="ReasonCategory">The kind of reason; null without one.</param>
internal sealed record InjuryReportLine(
    DateTimeOffset ReportAt,
    GameDate GameDate,
    string GameTime,
    TeamTricode AwayTeam,
    TeamTricode HomeTeam,
    TeamTricode Team,
    string PlayerName,
    NameKey NameKey,
    InjuryStatus Status,
    string? Reason,
    AbsenceCategory? ReasonCategory);
