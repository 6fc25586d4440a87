using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Analytics;

/// <summary>How one team comes into one game of the date, by facts of earlier dates only. Postponed, preseason and All-Star games have no row.</summary>
[Table("nba_analytics", "upcoming_team_game_context")]
public sealed record UpcomingTeamGameContextRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>The team, tricode.</summary>
    [Key(2)]
    [Cluster(0)]
    public required TeamTricode Team { get; init; }

    /// <summary>The other team, tricode.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Whether the team plays at home.</summary>
    public required bool HomeGame { get; init; }

    /// <summary>Season such as 2022-23.</summary>
    public required Season Season { get; init; }

    /// <summary>regular, playoffs, play_in or cup_final.</summary>
    public required string SeasonPhase { get; init; }

    /// <summary>Start of the game, UTC.</summary>
    public required DateTimeOffset TipOff { get; init; }

    /// <summary>Whether the start is assumed because the schedule states none.</summary>
    public required bool TipOffAssumed { get; init; }

    /// <summary>Days without a game since its last one: 0 on the second of a back-to-back; NULL before the season's first game.</summary>
    [Between(0, 400)]
    public required int? TeamDaysRest { get; init; }

    /// <summary>Whether the team played the day before; NULL when no earlier game of it is known at all.</summary>
    public required bool? BackToBack { get; init; }

    /// <summary>Games on the seven days before the date; NULL when no earlier game of it is known at all.</summary>
    [Between(0, 7)]
    public required int? GamesInLast7Days { get; init; }

    /// <summary>Games on the fourteen days before the date; NULL when no earlier game of it is known at all.</summary>
    [Between(0, 14)]
    public required int? GamesInLast14Days { get; init; }

    /// <summary>Which game of the team's season this is by the schedule, 1 for the first.</summary>
    [Between(1, 121)]
    public required int GameNumberInSeason { get; init; }

    /// <summary>Earlier games of the season that have no summary here: not walked yet, or not to be had.</summary>
    [Between(0, 120)]
    public required int SeasonGamesMissing { get; init; }

    /// <summary>Whether at most one in twenty of them is missing. Where it is not, what rests on earlier games is NULL, here and in what is made of it.</summary>
    public required bool HistoryIsWhole { get; init; }

    /// <summary>Games won in a row this season; 0 after a defeat; NULL without a whole history.</summary>
    public required int? TeamWinStreak { get; init; }

    /// <summary>Games lost in a row this season; 0 after a win; NULL without a whole history.</summary>
    public required int? TeamLossStreak { get; init; }

    /// <summary>Share of this season's games won; NULL before the first.</summary>
    [Between(0, 1)]
    public required double? SeasonWinPct { get; init; }

    /// <summary>Margin of its last game this season, above zero when won; NULL before the first.</summary>
    public required int? LastGameMargin { get; init; }
}
