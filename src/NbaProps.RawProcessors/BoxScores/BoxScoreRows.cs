using NbaProps.Domain;
using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>
/// Lines of the league's box scores as the rows that its log has, once their game is known from the schedule: date and home team are the
/// schedule's, and so is the result where the payload does not tell it. Minutes are rounded as the log rounds them.
/// </summary>
internal static class BoxScoreRows
{
    /// <summary>The row of a player.</summary>
    /// <param name="line">His line.</param>
    /// <param name="game">The game as scheduled.</param>
    /// <param name="source">Name of the upstream.</param>
    /// <param name="asOf">The moment that the row speaks for, UTC.</param>
    /// <exception cref="PermanentException">The line is of another game, date or home team.</exception>
    public static NbacPlayerBoxscoreRow Row(PlayerBoxScoreLine line, NbacScheduleRow game, string source, DateTimeOffset asOf)
    {
        Require(game, line.GameId, line.GameDate, line.Team, line.Opponent, line.IsHome);
        return new NbacPlayerBoxscoreRow
        {
            GameDate = game.GameDate,
            GameId = line.GameId,
            PlayerId = line.PlayerId,
            PlayerName = line.PlayerName,
            NameKey = line.NameKey,
            Team = line.Team,
            Opponent = line.Opponent,
            IsHome = line.Team == game.HomeTeam,
            Won = line.Won ?? Won(game, line.Team),
            Season = line.GameId.Season,
            SeasonPhase = line.GameId.Phase.ToStorageName(),
            Minutes = Rounded(line.SecondsPlayed),
            FieldGoalsMade = line.FieldGoalsMade,
            FieldGoalsAttempted = line.FieldGoalsAttempted,
            ThreePointersMade = line.ThreePointersMade,
            ThreePointersAttempted = line.ThreePointersAttempted,
            FreeThrowsMade = line.FreeThrowsMade,
            FreeThrowsAttempted = line.FreeThrowsAttempted,
            OffensiveRebounds = line.OffensiveRebounds,
            DefensiveRebounds = line.DefensiveRebounds,
            Rebounds = line.Rebounds,
            Assists = line.Assists,
            Steals = line.Steals,
            Blocks = line.Blocks,
            Turnovers = line.Turnovers,
            PersonalFouls = line.PersonalFouls,
            Points = line.Points,
            PlusMinus = line.PlusMinus,
            Source = source,
            AsOf = asOf,
        };
    }

    /// <summary>The row of a team.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="game">The game as scheduled.</param>
    /// <param name="source">Name of the upstream.</param>
    /// <param name="asOf">The moment that the row speaks for, UTC.</param>
    /// <exception cref="PermanentException">The line is of another game, date or home team.</exception>
    public static NbacTeamBoxscoreRow Row(TeamBoxScoreLine line, NbacScheduleRow game, string source, DateTimeOffset asOf)
    {
        Require(game, line.GameId, line.GameDate, line.Team, line.Opponent, line.IsHome);
        return new NbacTeamBoxscoreRow
        {
            GameDate = game.GameDate,
            GameId = line.GameId,
            Team = line.Team,
            Opponent = line.Opponent,
            IsHome = line.Team == game.HomeTeam,
            Won = line.Won ?? Won(game, line.Team),
            Season = line.GameId.Season,
            SeasonPhase = line.GameId.Phase.ToStorageName(),
            Minutes = Rounded(line.SecondsPlayed),
            FieldGoalsMade = line.FieldGoalsMade,
            FieldGoalsAttempted = line.FieldGoalsAttempted,
            ThreePointersMade = line.ThreePointersMade,
            ThreePointersAttempted = line.ThreePointersAttempted,
            FreeThrowsMade = line.FreeThrowsMade,
            FreeThrowsAttempted = line.FreeThrowsAttempted,
            OffensiveRebounds = line.OffensiveRebounds,
            DefensiveRebounds = line.DefensiveRebounds,
            Rebounds = line.Rebounds,
            Assists = line.Assists,
            Steals = line.Steals,
            Blocks = line.Blocks,
            Turnovers = line.Turnovers,
            PersonalFouls = line.PersonalFouls,
            Points = line.Points,
            PlusMinus = line.PlusMinus,
            Source = source,
            AsOf = asOf,
        };
    }

    private static int Rounded(int seconds) => (int)Math.Round(Minutes.FromSeconds(seconds).TotalMinutes, MidpointRounding.AwayFromZero);

    private static bool? Won(NbacScheduleRow game, TeamTricode team) =>
        game is { HomeScore: { } home, AwayScore: { } away } && home != away ? (team == game.HomeTeam) == (home > away) : null;

    private static void Require(NbacScheduleRow game, GameId id, GameDate? date, TeamTricode team, TeamTricode opponent, bool? isHome)
    {
        var (home, away) = team == game.HomeTeam ? (team, opponent) : (opponent, team);
        if (id != game.GameId || (date is { } stated && stated != game.GameDate) || home != game.HomeTeam || away != game.AwayTeam || (isHome ?? (team == home)) != (team == home))
        {
            throw new PermanentException(
                $"a box score of game {id} between {team} and {opponent} on {date?.ToString() ?? "an unknown date"} is none of {game.GameId}, {game.AwayTeam} @ {game.HomeTeam} on {game.GameDate}");
        }
    }
}
