using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Analytics;

/// <summary>
/// How one player comes into one game of the date, and his points line. A player stands here when he last appeared, within 45 days, for one of
/// the game's teams, or when a book has a line for him in the game.
/// </summary>
[Table("nba_analytics", "upcoming_player_game_context")]
public sealed record UpcomingPlayerGameContextRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>The league's person id; in one game of a date at most.</summary>
    [Key(2)]
    [Cluster(0)]
    public required PlayerKey PlayerId { get; init; }

    /// <summary>The player's name as the league last wrote it.</summary>
    public required string PlayerName { get; init; }

    /// <summary>His team, tricode: the one he last appeared for.</summary>
    [Cluster(1)]
    public required TeamTricode Team { get; init; }

    /// <summary>The other team, tricode.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Whether his team plays at home.</summary>
    public required bool HomeGame { get; init; }

    /// <summary>Season such as 2022-23.</summary>
    public required Season Season { get; init; }

    /// <summary>regular, playoffs, play_in or cup_final.</summary>
    public required string SeasonPhase { get; init; }

    /// <summary>Start of the game, UTC.</summary>
    public required DateTimeOffset TipOff { get; init; }

    /// <summary>Whether the start is assumed because the schedule states none.</summary>
    public required bool TipOffAssumed { get; init; }

    /// <summary>Why he is here: appearance (a recent one for the team) or line (only a book's line).</summary>
    public required string CandidateBecause { get; init; }

    /// <summary>Whether his team's earlier games of the season are there, but for one in twenty. Where they are not, form and rest are NULL.</summary>
    public required bool HistoryIsWhole { get; init; }

    /// <summary>Days without a game since the last one he played: 0 when he played the day before; NULL before his first of the season.</summary>
    [Between(0, 400)]
    public required int? DaysRest { get; init; }

    /// <summary>Whether his team played the day before; NULL when not known.</summary>
    public required bool? BackToBack { get; init; }

    /// <summary>Games he played on the seven days before the date.</summary>
    [Between(0, 7)]
    public required int GamesInLast7Days { get; init; }

    /// <summary>Games he played on the fourteen days before the date.</summary>
    [Between(0, 14)]
    public required int GamesInLast14Days { get; init; }

    /// <summary>His minutes on the seven days before the date.</summary>
    public required int MinutesInLast7Days { get; init; }

    /// <summary>His minutes on the fourteen days before the date.</summary>
    public required int MinutesInLast14Days { get; init; }

    /// <summary>Pairs of games on consecutive days that he played on the fourteen days before the date.</summary>
    public required int BackToBacksLast14Days { get; init; }

    /// <summary>Mean points of the last five games played; NULL when he has played none.</summary>
    [Between(0, 110)]
    public required double? PointsAvgLast5 { get; init; }

    /// <summary>Mean points of the last ten games played; NULL when he has played none.</summary>
    [Between(0, 110)]
    public required double? PointsAvgLast10 { get; init; }

    /// <summary>Games he has played this season.</summary>
    public required int GamesPlayedSeason { get; init; }

    /// <summary>Whether there is a line for him before tip-off; NULL when no line at all was captured for the game.</summary>
    public required bool? HasPropLine { get; init; }

    /// <summary>The line: of the first book in order (draftkings, fanduel, betmgm, williamhill_us, pointsbetus, others by name), its latest before tip-off.</summary>
    [Between(0.5, 80)]
    public required PointsLine? CurrentPointsLine { get; init; }

    /// <summary>The same book's earliest line.</summary>
    [Between(0.5, 80)]
    public required PointsLine? OpeningPointsLine { get; init; }

    /// <summary>Current line minus opening line.</summary>
    public required double? LineMovement { get; init; }

    /// <summary>The book whose line it is.</summary>
    public required string? Bookmaker { get; init; }

    /// <summary>American price of more points than the line; NULL when the book offers none.</summary>
    public required AmericanOdds? OverPrice { get; init; }

    /// <summary>American price of fewer points than the line; NULL when the book offers none.</summary>
    public required AmericanOdds? UnderPrice { get; init; }

    /// <summary>When the line was seen, UTC.</summary>
    public required DateTimeOffset? LineSnapshotAt { get; init; }

    /// <summary>Whether the line's own minute is unknown.</summary>
    public required bool? LineSnapshotAssumed { get; init; }

    /// <summary>Minutes from the line to tip-off; NULL when either moment is assumed.</summary>
    [Between(0, 100000)]
    public required double? MinutesBeforeTipOff { get; init; }
}
