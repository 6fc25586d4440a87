using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Raw;

/// <summary>
/// One player of one of the league's injury reports, or of a list that stands in for it (source). Rule "accumulate": every report adds its rows, so
/// that the status of any moment can be asked for.
/// </summary>
[Table("nba_raw", "nbac_injury_report")]
public sealed record InjuryReportRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The player's team, tricode.</summary>
    [Key(1)]
    [Cluster(0)]
    public required TeamTricode Team { get; init; }

    /// <summary>The player's name as a key: lower case, without marks, punctuation and suffix.</summary>
    [Key(2)]
    [Cluster(1)]
    public required NameKey NameKey { get; init; }

    /// <summary>The moment in the report's title, UTC; of a stand-in, which states none, when it was captured.</summary>
    [Key(3)]
    public required DateTimeOffset ReportAt { get; init; }

    /// <summary>The league's ten digits, from the schedule by date and teams; NULL when it lists no such game.</summary>
    public required GameId? GameId { get; init; }

    /// <summary>Start as written, such as 07:30: Eastern time on a clock of twelve hours without am and pm, hence no instant. NULL of a stand-in.</summary>
    public required string? GameTime { get; init; }

    /// <summary>Visiting team, tricode.</summary>
    public required TeamTricode AwayTeam { get; init; }

    /// <summary>Home team, tricode.</summary>
    public required TeamTricode HomeTeam { get; init; }

    /// <summary>The league's person id; NULL while the name is not resolved.</summary>
    public required PlayerKey? PlayerId { get; init; }

    /// <summary>The player's name as written: by the league last name first, "Duke Jr., David".</summary>
    public required string PlayerName { get; init; }

    /// <summary>available, probable, questionable, doubtful or out; of a stand-in also day_to_day, which is none of the league's words.</summary>
    [Cluster(2)]
    public required string InjuryStatus { get; init; }

    /// <summary>Why, as written; NULL when no reason is given.</summary>
    public required string? Reason { get; init; }

    /// <summary>injury_illness, g_league, rest, personal, suspension, trade, not_with_team or other; NULL without a reason and of a stand-in.</summary>
    public required string? ReasonCategory { get; init; }
}
