using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.Espn;

/// <summary>A game of ESPN's scoreboard. Which game of the league it is, the schedule tells by date and teams.</summary>
/// <param name="EspnGameId">ESPN's id of the game, not the league's.</param>
/// <param name="GameDate">US Eastern sports day of the game.</param>
/// <param name="TipOff">Start of the game, UTC; noon Eastern of the date where ESPN calls its own time invalid.</param>
/// <param name="TipOffAssumed">Whether it does, so that the start is assumed and differences to it mean nothing.</param>
/// <param name="HomeTeam">Home team.</param>
/// <param name="AwayTeam">Visiting team.</param>
/// <param name="HomeScore">Points of the home team, 0 to 300, so far when the game is live; null before it, and of a game that was not completed.</param>
/// <param name="AwayScore">The same for the visiting team.</param>
/// <param name="Winner">The team with more points; null until the game is completed.</param>
/// <param name="State">pre, in or post.</param>
/// <param name="Completed">Whether the game was played to its end: a postponed one is post and not completed.</param>
/// <param name="Status">ESPN's name of the status, such as STATUS_FINAL or STATUS_POSTPONED.</param>
/// <param name="StatusText">Status in words, such as "Final/OT".</param>
internal sealed record EspnScoreboardLine(
    string EspnGameId,
    GameDate GameDate,
    DateTimeOffset TipOff,
    bool TipOffAssumed,
    TeamTricode HomeTeam,
    TeamTricode AwayTeam,
    int? HomeScore,
    int? AwayScore,
    TeamTricode? Winner,
    string State,
    bool Completed,
    string Status,
    string StatusText);
