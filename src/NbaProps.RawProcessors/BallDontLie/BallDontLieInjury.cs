using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.BallDontLie;

/// <summary>An absence as balldontlie lists it.</summary>
/// <param name="PlayerNumber">balldontlie's own number of the player.</param>
/// <param name="PlayerName">Given and family name as balldontlie writes them.</param>
/// <param name="NameKey">The name as a key.</param>
/// <param name="Team">The team that balldontlie has him in, which lags behind trades; null when it has none.</param>
/// <param name="Status">As sent: "Out", "Day-To-Day".</param>
/// <param name="ReturnDate">Expected return as sent, without a year: "Jul 17"; null when not stated.</param>
/// <param name="Description">What is known, as sent, beginning with a date without a year; null when not stated.</param>
internal sealed record BallDontLieInjury(
    long PlayerNumber, string PlayerName, NameKey NameKey, TeamTricode? Team, string Status, string? ReturnDate, string? Description);
