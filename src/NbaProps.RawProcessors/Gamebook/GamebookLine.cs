using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>
/// One player of a gamebook, by the gamebook alone: the game's id and the player's are looked up in other tables. Two inactive players of a team
/// may bear one last name, and then have one key.
/// </summary>
internal sealed record GamebookLine
{
    /// <summary>US Eastern sports day of the game; null when the gamebook's head could not be read.</summary>
    public required GameDate? GameDate { get; init; }

    /// <summary>The player's team.</summary>
    public required TeamTricode Team { get; init; }

    /// <summary>The other team.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Whether his team played at home.</summary>
    public required bool IsHome { get; init; }

    /// <summary>His name as written; of an inactive player the last name alone, with its suffix.</summary>
    public required string PlayerName { get; init; }

    /// <summary>What is written of the name, as a key.</summary>
    public required NameKey NameKey { get; init; }

    /// <summary>How he is listed.</summary>
    public required GamebookStatus PlayerStatus { get; init; }

    /// <summary>The number on his shirt, "00" and "0" being two; null for an inactive player.</summary>
    public string? JerseyNumber { get; init; }

    /// <summary>F, C or G of a starter; null for others.</summary>
    public string? Position { get; init; }

    /// <summary>Why he did not play; null for active players and where no reason is given.</summary>
    public string? Reason { get; init; }

    /// <summary>The kind of reason; null without one.</summary>
    public AbsenceCategory? ReasonCategory { get; init; }

    /// <summary>Playing time in seconds, 0 to 6,000; this and all counts are null for players who are not active.</summary>
    public int? SecondsPlayed { get; init; }

    /// <summary>Field goals made, threes included.</summary>
    public int? FieldGoalsMade { get; init; }

    /// <summary>Field goals attempted, threes included.</summary>
    public int? FieldGoalsAttempted { get; init; }

    /// <summary>Three-point field goals made.</summary>
    public int? ThreePointersMade { get; init; }

    /// <summary>Three-point field goals attempted.</summary>
    public int? ThreePointersAttempted { get; init; }

    /// <summary>Free throws made.</summary>
    public int? FreeThrowsMade { get; init; }

    /// <summary>Free throws attempted.</summary>
    public int? FreeThrowsAttempted { get; init; }

    /// <summary>Offensive rebounds.</summary>
    public int? OffensiveRebounds { get; init; }

    /// <summary>Defensive rebounds.</summary>
    public int? DefensiveRebounds { get; init; }

    /// <summary>Rebounds, offensive and defensive.</summary>
    public int? Rebounds { get; init; }

    /// <summary>Assists.</summary>
    public int? Assists { get; init; }

    /// <summary>Personal fouls.</summary>
    public int? PersonalFouls { get; init; }

    /// <summary>Steals.</summary>
    public int? Steals { get; init; }

    /// <summary>Turnovers.</summary>
    public int? Turnovers { get; init; }

    /// <summary>Blocked shots.</summary>
    public int? Blocks { get; init; }

    /// <summary>Margin of the team while he was on court.</summary>
    public int? PlusMinus { get; init; }

    /// <summary>Points.</summary>
    public int? Points { get; init; }
}
