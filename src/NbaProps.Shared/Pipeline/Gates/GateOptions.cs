using System.ComponentModel.DataAnnotations;

namespace NbaProps.Shared.Pipeline.Gates;

/// <summary>
/// Thresholds of the gates between phases. A changed one counts from a gate's next evaluation: closed gates are asked again by themselves, one that is open
/// stands until an input changes or <c>nbaprops rerun</c> asks it.
/// </summary>
public sealed record GateOptions
{
    /// <summary>
    /// Fewer players than these in a team's box score of a final game close phase 3 for the date. The smallest teams of the real logs have six, in five games.
    /// Default 6.
    /// </summary>
    [Range(1, 15)]
    public int PlayersPerTeam { get; init; } = 6;

    /// <summary>Fewer candidates than these of a team that plays close phase 4, once the season is under way. Default 8.</summary>
    [Range(0, 20)]
    public int CandidatesPerTeam { get; init; } = 8;

    /// <summary>From this share of the last week's finished games without player summaries on phase 4 is closed, percent. Default 20.</summary>
    [Range(1, 100)]
    public int GamesMissingPercent { get; init; } = 20;

    /// <summary>
    /// Below this share of the minutes that teams must have played (five men for 48 minutes) in the summaries of the last week phase 4 begins with a warning,
    /// percent. Default 90.
    /// </summary>
    [Range(0, 100)]
    public int MinutesWarnPercent { get; init; } = 90;

    /// <summary>Below this share of those minutes phase 4 is closed, percent; at most <see cref="MinutesWarnPercent"/>. Default 80.</summary>
    [Range(0, 100)]
    public int MinutesBlockPercent { get; init; } = 80;

    /// <summary>Below this share of the candidates with five games who have all required features phase 5 is closed, percent. Default 60.</summary>
    [Range(0, 100)]
    public int CandidatesReadyPercent { get; init; } = 60;
}
