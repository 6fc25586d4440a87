using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.BallDontLie;

/// <summary>A game as balldontlie lists it.</summary>
/// <param name="Number">balldontlie's own number of the game.</param>
/// <param name="GameDate">US Eastern sports day.</param>
/// <param name="Home">Home team.</param>
/// <param name="Away">Visiting team.</param>
/// <param name="TipOff">Start, UTC; null when not stated.</param>
/// <param name="Status">As sent: "Final", "3rd Qtr", or the start of a game to come.</param>
/// <param name="IsFinal">Whether the game is over.</param>
/// <param name="HomeScore">Points of the home team, 0 to 300; null until the game is over.</param>
/// <param name="AwayScore">Points of the visiting team, 0 to 300; null until the game is over.</param>
/// <param name="Postseason">Whether it belongs to the playoffs.</param>
internal sealed record BallDontLieGame(
    long Number, GameDate GameDate, TeamTricode Home, TeamTricode Away, DateTimeOffset? TipOff, string Status, bool IsFinal, int? HomeScore, int? AwayScore, bool Postseason);
