using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>An event of a game, of whichever source. Which of two teams plays at home is not in it, but which score is whose is.</summary>
internal sealed record PlayLine
{
    /// <summary>The league's ten digits.</summary>
    public required GameId GameId { get; init; }

    /// <summary>US Eastern sports day of the game; null when the payload does not state it.</summary>
    public required GameDate? GameDate { get; init; }

    /// <summary>Place in the game, 1 or more; with gaps in the CDN's, which leaves room for what is added later.</summary>
    public required int Sequence { get; init; }

    /// <summary>The source's own name of the event; other than the sequence it is not in order.</summary>
    public required string EventId { get; init; }

    /// <summary>1 to 4, overtimes from 5.</summary>
    public required int Period { get; init; }

    /// <summary>Seconds that remain of the period, 0 to 720.</summary>
    public required double ClockSeconds { get; init; }

    /// <summary>Seconds of the period that are over, 0 to 720.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>Seconds since the event before; null when not sent.</summary>
    public required double? PlaySeconds { get; init; }

    /// <summary>One of <see cref="PlayEvents"/>.</summary>
    public required string EventType { get; init; }

    /// <summary>The kind within the type, in the source's words and lower case: "driving layup", "free throw 1/2"; null when there is none.</summary>
    public required string? EventSubtype { get; init; }

    /// <summary>The event in words; null when not sent.</summary>
    public required string? Description { get; init; }

    /// <summary>Team whose event it is; null when it is nobody's, such as the end of a period. Of a jump ball it need not be player 1's.</summary>
    public required TeamTricode? Team { get; init; }

    /// <summary>Points of the home team after the event, 0 to 300.</summary>
    public required int HomeScore { get; init; }

    /// <summary>Points of the visiting team after the event, 0 to 300.</summary>
    public required int AwayScore { get; init; }

    /// <summary>Whose event it is: the shooter, the fouling one, who goes out (the CDN's substitutions are two events, of subtypes out and in); null when it is a team's or nobody's.</summary>
    public required PlayPlayer? Player1 { get; init; }

    /// <summary>Somebody else with a part in it; null when there is nobody.</summary>
    public required PlayPlayer? Player2 { get; init; }

    /// <summary>A third with a part in it; null when there is nobody.</summary>
    public required PlayPlayer? Player3 { get; init; }

    /// <summary>Whether a shot or free throw went in; null for other events.</summary>
    public required bool? ShotMade { get; init; }

    /// <summary>2pt or 3pt; null for anything but a shot.</summary>
    public required string? ShotType { get; init; }

    /// <summary>Distance of a shot from the basket in feet, 0 to 94; null when not sent.</summary>
    public required double? ShotDistance { get; init; }

    /// <summary>Points of a shot or free throw, 0 when missed, to 3; null for other events.</summary>
    public required int? Points { get; init; }

    /// <summary>Place of a shot across the court as sent, in tenths of feet from the basket, to one side below 0; null when not sent.</summary>
    public required double? OriginalX { get; init; }

    /// <summary>Place of a shot along the court as sent, in tenths of feet from the basket; null when not sent.</summary>
    public required double? OriginalY { get; init; }

    /// <summary>Place of a shot across the whole court as BigDataBall converts it, in feet; null when not sent.</summary>
    public required double? ConvertedX { get; init; }

    /// <summary>Place of a shot along the whole court as BigDataBall converts it, in feet; null when not sent.</summary>
    public required double? ConvertedY { get; init; }

    /// <summary>The visitors' five on court, in the source's order; empty when not sent.</summary>
    public required IReadOnlyList<PlayPlayer> AwayOnCourt { get; init; }

    /// <summary>The home team's five on court, in the source's order; empty when not sent.</summary>
    public required IReadOnlyList<PlayPlayer> HomeOnCourt { get; init; }
}
