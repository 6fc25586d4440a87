using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.Odds;

/// <summary>A game that The Odds API has odds for, before the schedule is looked at.</summary>
/// <param name="EventId">The Odds API's id of the game.</param>
/// <param name="GameDate">US Eastern sports day of the stated start.</param>
/// <param name="HomeTeam">Home team.</param>
/// <param name="AwayTeam">Visiting team.</param>
/// <param name="CommenceTime">Stated start, UTC; null when it is midnight Eastern, the way an unknown one is written.</param>
/// <param name="SeenAt">The snapshot's own timestamp in a historical payload, otherwise when the upstream answered; UTC.</param>
internal sealed record OddsEventLine(string EventId, GameDate GameDate, TeamTricode HomeTeam, TeamTricode AwayTeam, DateTimeOffset? CommenceTime, DateTimeOffset SeenAt);
