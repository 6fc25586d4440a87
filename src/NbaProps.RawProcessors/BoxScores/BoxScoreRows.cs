using NbaProps.Domain;
using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
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
        var head = new BoxScoreHead(
            game.GameDate, line.GameId, line.Team, line.Opponent, line.Team == game.HomeTeam, line.Won ?? Won(game, line.Team), Rounded(line.SecondsPlayed), source, asOf);
        return Row(head, line, (line.PlayerId, line.PlayerName, line.NameKey));
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
        var head = new BoxScoreHead(
            game.GameDate, line.GameId, line.Team, line.Opponent, line.Team == game.HomeTeam, line.Won ?? Won(game, line.Team), Rounded(line.SecondsPlayed), source, asOf);
        return Row(head, line);
    }

    /// <summary>The row of a player.</summary>
    /// <param name="head">What it says besides the counts.</param>
    /// <param name="counts">His counts.</param>
    /// <param name="player">The league's person id, his name as the league writes it, and that as a key.</param>
    public static NbacPlayerBoxscoreRow Row(BoxScoreHead head, BoxCounts counts, (PlayerKey Id, string Name, NameKey Key) player) => new()
    {
        GameDate = head.GameDate,
        GameId = head.GameId,
        PlayerId = player.Id,
        PlayerName = player.Name,
        NameKey = player.Key,
        Team = head.Team,
        Opponent = head.Opponent,
        IsHome = head.IsHome,
        Won = head.Won,
        Season = head.GameId.Season,
        SeasonPhase = head.GameId.Phase.ToStorageName(),
        Minutes = head.Minutes,
        FieldGoalsMade = counts.FieldGoalsMade,
        FieldGoalsAttempted = counts.FieldGoalsAttempted,
        ThreePointersMade = counts.ThreePointersMade,
        ThreePointersAttempted = counts.ThreePointersAttempted,
        FreeThrowsMade = counts.FreeThrowsMade,
        FreeThrowsAttempted = counts.FreeThrowsAttempted,
        OffensiveRebounds = counts.OffensiveRebounds,
        DefensiveRebounds = counts.DefensiveRebounds,
        Rebounds = counts.Rebounds,
        Assists = counts.Assists,
        Steals = counts.Steals,
        Blocks = counts.Blocks,
        Turnovers = counts.Turnovers,
        PersonalFouls = counts.PersonalFouls,
        Points = counts.Points,
        PlusMinus = counts.PlusMinus,
        Source = head.Source,
        AsOf = head.AsOf,
    };

    /// <summary>The row of a team.</summary>
    /// <param name="head">What it says besides the counts.</param>
    /// <param name="counts">Its counts.</param>
    public static NbacTeamBoxscoreRow Row(BoxScoreHead head, BoxCounts counts) => new()
    {
        GameDate = head.GameDate,
        GameId = head.GameId,
        Team = head.Team,
        Opponent = head.Opponent,
        IsHome = head.IsHome,
        Won = head.Won,
        Season = head.GameId.Season,
        SeasonPhase = head.GameId.Phase.ToStorageName(),
        Minutes = head.Minutes,
        FieldGoalsMade = counts.FieldGoalsMade,
        FieldGoalsAttempted = counts.FieldGoalsAttempted,
        ThreePointersMade = counts.ThreePointersMade,
        ThreePointersAttempted = counts.ThreePointersAttempted,
        FreeThrowsMade = counts.FreeThrowsMade,
        FreeThrowsAttempted = counts.FreeThrowsAttempted,
        OffensiveRebounds = counts.OffensiveRebounds,
        DefensiveRebounds = counts.DefensiveRebounds,
        Rebounds = counts.Rebounds,
        Assists = counts.Assists,
        Steals = counts.Steals,
        Blocks = counts.Blocks,
        Turnovers = counts.Turnovers,
        PersonalFouls = counts.PersonalFouls,
        Points = counts.Points,
        PlusMinus = counts.PlusMinus,
        Source = head.Source,
        AsOf = head.AsOf,
    };

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
