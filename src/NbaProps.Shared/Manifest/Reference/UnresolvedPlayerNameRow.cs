using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Reference;

/// <summary>A name in a source of the date (props, injury lists, rosters, box scores, inactive players) that does not resolve to one player: for a person to review, never for a guess.</summary>
[Table("nba_reference", "unresolved_player_names")]
public sealed record UnresolvedPlayerNameRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>Who wrote the name: an upstream such as odds_api.</summary>
    [Key(1)]
    public required string NameSource { get; init; }

    /// <summary>The name as a key: lower case, without marks, punctuation and suffix.</summary>
    [Key(2)]
    public required NameKey NameKey { get; init; }

    /// <summary>The game in which it stands, the league's ten digits.</summary>
    [Key(3)]
    public required GameId GameId { get; init; }

    /// <summary>The name as the source writes it; the first spelling in ordinal order when there are several.</summary>
    public required string PlayerName { get; init; }

    /// <summary>Home team of the game, tricode.</summary>
    public required TeamTricode HomeTeam { get; init; }

    /// <summary>Visiting team of the game, tricode.</summary>
    public required TeamTricode AwayTeam { get; init; }

    /// <summary>unknown: nobody seen under this name; ambiguous: several were; not_seen: its alias names a player who had not appeared before the date.</summary>
    public required string Reason { get; init; }

    /// <summary>How often the source writes the name in this game: lines of props, of injury lists, of rosters.</summary>
    [Between(1, 100000)]
    public required int Occurrences { get; init; }
}
