using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.Simulator.Schedule;

/// <summary>A game as scheduled.</summary>
/// <param name="Id">The league's ten digits.</param>
/// <param name="Date">Its Eastern sports day.</param>
/// <param name="Home">Home team.</param>
/// <param name="Away">Visiting team.</param>
/// <param name="TipOff">When it starts, UTC.</param>
public sealed record ScheduledGame(GameId Id, GameDate Date, TeamTricode Home, TeamTricode Away, DateTimeOffset TipOff);
