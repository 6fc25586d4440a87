using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>One event of a game, of BigDataBall's file or, until it is there, of the CDN's play-by-play. Rule "latest" per game; one source decides a whole game.</summary>
[Table("nba_raw", "bigdataball_play_by_play")]
public sealed record BigDataBallPlayByPlayRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits.</summary>
    [Key(1)]
    [Cluster(0)]
    public required GameId GameId { get; init; }

    /// <summary>Place in the game, 1 or more: BigDataBall's play id, or the CDN's order number, which has gaps.</summary>
    [Key(2)]
    [Between(1, 2147483647)]
    public required int EventSequence { get; init; }

    /// <summary>Season such as 2022-23, from the game id.</summary>
    public required Season Season { get; init; }

    /// <summary>Home team, tricode.</summary>
    public required TeamTricode HomeTeam { get; init; }

    /// <summary>Visiting team, tricode.</summary>
    public required TeamTricode AwayTeam { get; init; }

    /// <summary>The source's own name of the event: BigDataBall's play id, or the CDN's action number.</summary>
    public required string EventId { get; init; }

    /// <summary>1 to 4, overtimes from 5.</summary>
    [Cluster(1)]
    [Between(1, 14)]
    public required int Period { get; init; }

    /// <summary>Seconds that remain of the period.</summary>
    [Between(0, 720)]
    public required double GameClockSeconds { get; init; }

    /// <summary>Seconds of the period that are over.</summary>
    [Between(0, 720)]
    public required double ElapsedSeconds { get; init; }

    /// <summary>Seconds since the event before; NULL when the source does not give them.</summary>
    [Between(0, 720)]
    public required double? PlayLengthSeconds { get; init; }

    /// <summary>shot, free throw, rebound, turnover, foul, substitution, timeout, violation, jump ball, start of period, end of period, ejection, heave (counts for the team and for no player) or unknown (only says who was on court).</summary>
    [Cluster(2)]
    public required string EventType { get; init; }

    /// <summary>The kind within the type in the source's words: "driving layup", "free throw 1/2"; NULL when there is none.</summary>
    public required string? EventSubtype { get; init; }

    /// <summary>The event in words; NULL when the source does not give it.</summary>
    public required string? EventDescription { get; init; }

    /// <summary>Team whose event it is, tricode; NULL when it is nobody's. Of a jump ball it need not be player 1's.</summary>
    public required TeamTricode? Team { get; init; }

    /// <summary>Points of the home team after the event.</summary>
    [Between(0, 300)]
    public required int ScoreHome { get; init; }

    /// <summary>Points of the visiting team after the event.</summary>
    [Between(0, 300)]
    public required int ScoreAway { get; init; }

    /// <summary>Whose event it is: the shooter, the fouling one, who goes out (the CDN's substitutions are two events, of subtypes out and in), as the source writes the name; NULL when there is none.</summary>
    public required string? Player1Name { get; init; }

    /// <summary>Name of person 1 as a key; NULL when there is none, or when the source does not write the whole name.</summary>
    public required NameKey? Player1NameKey { get; init; }

    /// <summary>The league's id of person 1; NULL when the source does not give it.</summary>
    public required PlayerKey? Player1Id { get; init; }

    /// <summary>A second person with a part in it, as the source writes the name; NULL when there is none.</summary>
    public required string? Player2Name { get; init; }

    /// <summary>Name of person 2 as a key; NULL when there is none, or when the source does not write the whole name.</summary>
    public required NameKey? Player2NameKey { get; init; }

    /// <summary>The league's id of person 2; NULL when the source does not give it.</summary>
    public required PlayerKey? Player2Id { get; init; }

    /// <summary>Part of person 2: assist, block, steal, fouled, entered, jumper or possession; NULL when there is none.</summary>
    public required string? Player2Role { get; init; }

    /// <summary>A third person with a part in it, as the source writes the name; NULL when there is none.</summary>
    public required string? Player3Name { get; init; }

    /// <summary>Name of person 3 as a key; NULL when there is none, or when the source does not write the whole name.</summary>
    public required NameKey? Player3NameKey { get; init; }

    /// <summary>The league's id of person 3; NULL when the source does not give it.</summary>
    public required PlayerKey? Player3Id { get; init; }

    /// <summary>Part of person 3: assist, block, steal, fouled, entered, jumper or possession; NULL when there is none.</summary>
    public required string? Player3Role { get; init; }

    /// <summary>Whether a shot or free throw went in; NULL for other events.</summary>
    public required bool? ShotMade { get; init; }

    /// <summary>2pt or 3pt; NULL for anything but a shot.</summary>
    public required string? ShotType { get; init; }

    /// <summary>Distance of a shot from the basket in feet; NULL when the source does not give it.</summary>
    [Between(0, 94)]
    public required double? ShotDistance { get; init; }

    /// <summary>Points of a shot or free throw, 0 when missed; NULL for other events.</summary>
    [Between(0, 3)]
    public required int? PointsScored { get; init; }

    /// <summary>Place of a shot across the court, tenths of feet from the basket; NULL when the source does not give it.</summary>
    public required double? OriginalX { get; init; }

    /// <summary>Place of a shot along the court, tenths of feet from the basket; NULL when the source does not give it.</summary>
    public required double? OriginalY { get; init; }

    /// <summary>Place of a shot across the whole court as BigDataBall converts it, feet; NULL from other sources.</summary>
    public required double? ConvertedX { get; init; }

    /// <summary>Place of a shot along the whole court as BigDataBall converts it, feet; NULL from other sources.</summary>
    public required double? ConvertedY { get; init; }

    /// <summary>Name of visitor 1 on court as a key; NULL when the source does not say who is.</summary>
    public required NameKey? AwayPlayer1NameKey { get; init; }

    /// <summary>Name of visitor 2 on court as a key; NULL when the source does not say who is.</summary>
    public required NameKey? AwayPlayer2NameKey { get; init; }

    /// <summary>Name of visitor 3 on court as a key; NULL when the source does not say who is.</summary>
    public required NameKey? AwayPlayer3NameKey { get; init; }

    /// <summary>Name of visitor 4 on court as a key; NULL when the source does not say who is.</summary>
    public required NameKey? AwayPlayer4NameKey { get; init; }

    /// <summary>Name of visitor 5 on court as a key; NULL when the source does not say who is.</summary>
    public required NameKey? AwayPlayer5NameKey { get; init; }

    /// <summary>Name of home player 1 on court as a key; NULL when the source does not say who is.</summary>
    public required NameKey? HomePlayer1NameKey { get; init; }

    /// <summary>Name of home player 2 on court as a key; NULL when the source does not say who is.</summary>
    public required NameKey? HomePlayer2NameKey { get; init; }

    /// <summary>Name of home player 3 on court as a key; NULL when the source does not say who is.</summary>
    public required NameKey? HomePlayer3NameKey { get; init; }

    /// <summary>Name of home player 4 on court as a key; NULL when the source does not say who is.</summary>
    public required NameKey? HomePlayer4NameKey { get; init; }

    /// <summary>Name of home player 5 on court as a key; NULL when the source does not say who is.</summary>
    public required NameKey? HomePlayer5NameKey { get; init; }

    /// <summary>bigdataball, or nbacom_fallback for the CDN's, which does not say who is on court.</summary>
    public required string DataSource { get; init; }
}
