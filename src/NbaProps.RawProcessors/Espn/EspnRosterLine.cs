using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.Espn;

/// <summary>A player of a team's roster as ESPN shows it. Who he is to the league, his name tells.</summary>
/// <param name="Team">The team.</param>
/// <param name="EspnPlayerId">ESPN's id of the player, not the league's.</param>
/// <param name="PlayerName">His name as ESPN writes it.</param>
/// <param name="NameKey">The name as a key.</param>
/// <param name="JerseyNumber">Number on his jersey, as text; null when not stated.</param>
/// <param name="Position">Position in words, such as "Small Forward"; null when not stated.</param>
/// <param name="HeightInches">Height, inches, 48 to 108; null when not stated.</param>
/// <param name="WeightPounds">Weight, pounds, 90 to 500; null when not stated.</param>
/// <param name="InjuryStatus">The statuses of his injuries in ESPN's words, separated by a comma, such as "Day-To-Day"; null when none is listed.</param>
internal sealed record EspnRosterLine(
    TeamTricode Team,
    string EspnPlayerId,
    string PlayerName,
    NameKey NameKey,
    string? JerseyNumber,
    string? Position,
    int? HeightInches,
    int? WeightPounds,
    string? InjuryStatus);
