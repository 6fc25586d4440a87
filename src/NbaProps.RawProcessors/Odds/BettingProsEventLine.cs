using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.Odds;

/// <summary>A game that BettingPros has offers for, before the schedule is looked at.</summary>
/// <param name="EventId">BettingPros' id of the game, digits.</param>
/// <param name="GameDate">US Eastern sports day of the scheduled start.</param>
/// <param name="HomeTeam">Home team.</param>
/// <param name="AwayTeam">Visiting team.</param>
/// <param name="CommenceTime">Scheduled start, UTC; null when it is midnight Eastern, the way an unknown one is written.</param>
/// <param name="Season">Season of the game.</param>
/// <param name="SeasonType">Part of the season as BettingPros writes it, such as REG.</param>
/// <param name="Status">Status as BettingPros writes it, such as scheduled or closed.</param>
internal sealed record BettingProsEventLine(
    string EventId, GameDate GameDate, TeamTricode HomeTeam, TeamTricode AwayTeam, DateTimeOffset? CommenceTime, Season Season, string SeasonType, string Status)
{
    /// <summary>The event in words, for findings.</summary>
    public string InWords() => $"{AwayTeam} @ {HomeTeam} on {GameDate} ({EventId})";
}
