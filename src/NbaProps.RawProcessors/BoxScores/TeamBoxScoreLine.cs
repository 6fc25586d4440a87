using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>What a box score of the league says about a team. What only other payloads know is null. Team rebounds and team turnovers are not counted.</summary>
internal sealed record TeamBoxScoreLine : BoxCounts
{
    public TeamBoxScoreLine(BoxCounts counts)
        : base(counts)
    {
    }

    /// <summary>The league's ten digits.</summary>
    public required GameId GameId { get; init; }

    /// <summary>US Eastern sports day of the game; null when the payload does not state it.</summary>
    public required GameDate? GameDate { get; init; }

    /// <summary>The team.</summary>
    public required TeamTricode Team { get; init; }

    /// <summary>The other team.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Whether the team played at home; null when the payload does not tell.</summary>
    public required bool? IsHome { get; init; }

    /// <summary>Whether the team won; null while the game is not over, or when the payload does not tell.</summary>
    public required bool? Won { get; init; }

    /// <summary>Seconds of all its players, 0 to 30,000: 14,400, and 1,500 more per overtime.</summary>
    public required int SecondsPlayed { get; init; }
}
