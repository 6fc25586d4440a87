using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>Plays as rows of the table, once their game is known from the schedule: who plays at home is taken from nowhere else.</summary>
internal static class PlayRows
{
    /// <summary>The row of a play.</summary>
    /// <param name="line">The play.</param>
    /// <param name="game">Its game as scheduled.</param>
    /// <param name="source">Where the play comes from.</param>
    /// <param name="asOf">The moment that the row speaks for, UTC.</param>
    /// <exception cref="PermanentException">The play is of another game or date, or of a team that does not play in it.</exception>
    public static BigDataBallPlayByPlayRow Row(PlayLine line, NbacScheduleRow game, PlaySource source, DateTimeOffset asOf)
    {
        Require(line, game);
        return Map(line, game, source, asOf);
    }

    private static void Require(PlayLine line, NbacScheduleRow game)
    {
        if (line.GameId != game.GameId || (line.GameDate is { } date && date != game.GameDate) || (line.Team is { } team && !Plays(team, game)))
        {
            throw new PermanentException(
                $"event {line.EventId} of game {line.GameId} on {line.GameDate?.ToString() ?? "an unknown date"}, team {line.Team?.ToString() ?? "nobody's"}, is none of {game.GameId}, {game.AwayTeam} @ {game.HomeTeam} on {game.GameDate}");
        }
    }

    private static BigDataBallPlayByPlayRow Map(PlayLine line, NbacScheduleRow game, PlaySource source, DateTimeOffset asOf) => new()
    {
        GameDate = game.GameDate,
        GameId = line.GameId,
        EventSequence = line.Sequence,
        Season = line.GameId.Season,
        HomeTeam = game.HomeTeam,
        AwayTeam = game.AwayTeam,
        EventId = line.EventId,
        Period = line.Period,
        GameClockSeconds = line.ClockSeconds,
        ElapsedSeconds = line.ElapsedSeconds,
        PlayLengthSeconds = line.PlaySeconds,
        EventType = line.EventType,
        EventSubtype = line.EventSubtype,
        EventDescription = line.Description,
        Team = line.Team,
        ScoreHome = line.HomeScore,
        ScoreAway = line.AwayScore,
        Player1Name = line.Player1?.Name,
        Player1NameKey = line.Player1?.NameKey,
        Player1Id = line.Player1?.PlayerId,
        Player2Name = line.Player2?.Name,
        Player2NameKey = line.Player2?.NameKey,
        Player2Id = line.Player2?.PlayerId,
        Player2Role = line.Player2?.Role,
        Player3Name = line.Player3?.Name,
        Player3NameKey = line.Player3?.NameKey,
        Player3Id = line.Player3?.PlayerId,
        Player3Role = line.Player3?.Role,
        ShotMade = line.ShotMade,
        ShotType = line.ShotType,
        ShotDistance = line.ShotDistance,
        PointsScored = line.Points,
        OriginalX = line.OriginalX,
        OriginalY = line.OriginalY,
        ConvertedX = line.ConvertedX,
        ConvertedY = line.ConvertedY,
        AwayPlayer1NameKey = line.AwayOnCourt.ElementAtOrDefault(0)?.NameKey,
        AwayPlayer2NameKey = line.AwayOnCourt.ElementAtOrDefault(1)?.NameKey,
        AwayPlayer3NameKey = line.AwayOnCourt.ElementAtOrDefault(2)?.NameKey,
        AwayPlayer4NameKey = line.AwayOnCourt.ElementAtOrDefault(3)?.NameKey,
        AwayPlayer5NameKey = line.AwayOnCourt.ElementAtOrDefault(4)?.NameKey,
        HomePlayer1NameKey = line.HomeOnCourt.ElementAtOrDefault(0)?.NameKey,
        HomePlayer2NameKey = line.HomeOnCourt.ElementAtOrDefault(1)?.NameKey,
        HomePlayer3NameKey = line.HomeOnCourt.ElementAtOrDefault(2)?.NameKey,
        HomePlayer4NameKey = line.HomeOnCourt.ElementAtOrDefault(3)?.NameKey,
        HomePlayer5NameKey = line.HomeOnCourt.ElementAtOrDefault(4)?.NameKey,
        DataSource = source.DataSource,
        Source = source.Source,
        AsOf = asOf,
    };

    private static bool Plays(TeamTricode team, NbacScheduleRow game) => team == game.HomeTeam || team == game.AwayTeam;
}
