using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>What a row of a box score says besides its counts, of a player or a team.</summary>
/// <param name="GameDate">US Eastern sports day.</param>
/// <param name="GameId">The league's ten digits.</param>
/// <param name="Team">The team, a player's or itself.</param>
/// <param name="Opponent">The other team.</param>
/// <param name="IsHome">Whether the team played at home.</param>
/// <param name="Won">Whether it won; null while the game is not over.</param>
/// <param name="Minutes">Playing time in whole minutes.</param>
/// <param name="Source">Name of the upstream.</param>
/// <param name="AsOf">The moment that the row speaks for, UTC.</param>
internal sealed record BoxScoreHead(
    GameDate GameDate, GameId GameId, TeamTricode Team, TeamTricode Opponent, bool IsHome, bool? Won, int Minutes, string Source, DateTimeOffset AsOf)
{
    /// <summary>That of a line of the league's log.</summary>
    public static BoxScoreHead Of(GameLogLine line, DateTimeOffset asOf) =>
        new(line.Date, line.GameId, line.Team, line.Opponent, line.IsHome, line.Won, line.Minutes, GameLogPayloads.Source, asOf);
}
