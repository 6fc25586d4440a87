using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>
/// The events of a date's games. Rule: BigDataBall's file of the next morning decides; it appears after six, so that of the last date walked there are the content network's actions.
/// </summary>
internal sealed class PlayByPlayTruth : TableTruth<BigDataBallPlayByPlayRow>
{
    protected override IEnumerable<BigDataBallPlayByPlayRow> Rows(DayTruth day) => !day.Season.WithPlays
        ? []
        : day.Games.SelectMany(game => day.Date < day.Season.Walked.To ? FilePlays.Of(game, day) : NetworkPlays.Of(game, day));

    /// <summary>A row of which only the event, the moment, the score and the source are said.</summary>
    public static BigDataBallPlayByPlayRow Row(SimulatedGame game, PlayEvent play, DayTruth day, DateTimeOffset asOf) => new()
    {
        GameDate = day.Date,
        GameId = game.Scheduled.Id,
        EventSequence = 0,
        Season = day.Season.Season.League.Season,
        HomeTeam = game.Scheduled.Home,
        AwayTeam = game.Scheduled.Away,
        EventId = string.Empty,
        Period = play.Period,
        GameClockSeconds = play.Clock,
        ElapsedSeconds = play.Elapsed,
        PlayLengthSeconds = null,
        EventType = TypeOf(play.Kind),
        EventSubtype = null,
        EventDescription = null,
        Team = play.Side is { } side ? game.Plan.Of(side).Team : null,
        ScoreHome = play.HomeScore,
        ScoreAway = play.AwayScore,
        Player1Name = null,
        Player1NameKey = null,
        Player1Id = null,
        Player2Name = null,
        Player2NameKey = null,
        Player2Id = null,
        Player2Role = null,
        Player3Name = null,
        Player3NameKey = null,
        Player3Id = null,
        Player3Role = null,
        ShotMade = play.Made,
        ShotType = play.Spot is null ? null : play.Spot.IsThree ? "3pt" : "2pt",
        ShotDistance = null,
        PointsScored = play.Made is null ? null : play.Points,
        OriginalX = play.Spot?.X,
        OriginalY = play.Spot?.Y,
        ConvertedX = null,
        ConvertedY = null,
        AwayPlayer1NameKey = null,
        AwayPlayer2NameKey = null,
        AwayPlayer3NameKey = null,
        AwayPlayer4NameKey = null,
        AwayPlayer5NameKey = null,
        HomePlayer1NameKey = null,
        HomePlayer2NameKey = null,
        HomePlayer3NameKey = null,
        HomePlayer4NameKey = null,
        HomePlayer5NameKey = null,
        DataSource = string.Empty,
        Source = string.Empty,
        AsOf = asOf,
    };

    private static string TypeOf(PlayKind kind) => kind switch
    {
        PlayKind.PeriodStart => "start of period",
        PlayKind.PeriodEnd => "end of period",
        PlayKind.JumpBall => "jump ball",
        PlayKind.FreeThrow => "free throw",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
