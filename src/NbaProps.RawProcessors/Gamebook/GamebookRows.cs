using NbaProps.Domain.Injuries;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>Players of a gamebook, or of the box score that stands in for it, as rows.</summary>
internal static class GamebookRows
{
    private const string Source = NameSources.Gamebook;

    /// <summary>A player of a gamebook.</summary>
    public static GamebookPlayerStatsRow Gold(GamebookLine line, GamebookName name, NbacScheduleRow game, DateTimeOffset asOf) => new()
    {
        GameDate = game.GameDate,
        GameId = game.GameId,
        Team = line.Team,
        NameKey = name.Key,
        Opponent = line.Opponent,
        IsHome = line.IsHome,
        Season = game.Season,
        Quality = "gold",
        PlayerName = line.PlayerName,
        PlayerStatus = line.PlayerStatus.ToStorageName(),
        PlayerId = name.PlayerId,
        NameResolutionStatus = name.Status,
        NameResolutionConfidence = name.Confidence,
        NameResolutionMethod = name.Method,
        JerseyNumber = line.JerseyNumber,
        Position = line.Position,
        Reason = line.Reason,
        ReasonCategory = line.ReasonCategory?.ToStorageName(),
        SecondsPlayed = line.SecondsPlayed,
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
        PersonalFouls = line.PersonalFouls,
        Steals = line.Steals,
        Turnovers = line.Turnovers,
        Blocks = line.Blocks,
        PlusMinus = line.PlusMinus,
        Points = line.Points,
        Source = Source,
        AsOf = asOf,
    };

    /// <summary>A player of a box score.</summary>
    public static GamebookPlayerStatsRow Silver(NbacPlayerBoxscoreRow line) => new()
    {
        GameDate = line.GameDate,
        GameId = line.GameId,
        Team = line.Team,
        NameKey = line.NameKey,
        Opponent = line.Opponent,
        IsHome = line.IsHome,
        Season = line.Season,
        Quality = "silver",
        PlayerName = line.PlayerName,
        PlayerStatus = GamebookStatus.Active.ToStorageName(),
        PlayerId = line.PlayerId,
        NameResolutionStatus = "resolved",
        NameResolutionConfidence = 1.0,
        NameResolutionMethod = "box_score",
        JerseyNumber = null,
        Position = null,
        Reason = null,
        ReasonCategory = null,
        SecondsPlayed = null,
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
        PersonalFouls = line.PersonalFouls,
        Steals = line.Steals,
        Turnovers = line.Turnovers,
        Blocks = line.Blocks,
        PlusMinus = line.PlusMinus,
        Points = line.Points,
        Source = line.Source,
        AsOf = line.AsOf,
    };
}
