using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>What a box score of the league says about a player who played. What only other payloads know is null.</summary>
internal sealed record PlayerBoxScoreLine : BoxCounts
{
    public PlayerBoxScoreLine(BoxCounts counts)
        : base(counts)
    {
    }

    /// <summary>The league's ten digits.</summary>
    public required GameId GameId { get; init; }

    /// <summary>US Eastern sports day of the game; null when the payload does not state it.</summary>
    public required GameDate? GameDate { get; init; }

    /// <summary>The league's person id.</summary>
    public required PlayerKey PlayerId { get; init; }

    /// <summary>Given and family name as the league writes them.</summary>
    public required string PlayerName { get; init; }

    /// <summary>The name as a key.</summary>
    public required NameKey NameKey { get; init; }

    /// <summary>Team he played for.</summary>
    public required TeamTricode Team { get; init; }

    /// <summary>The other team.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Whether his team played at home; null when the payload does not tell.</summary>
    public required bool? IsHome { get; init; }

    /// <summary>Whether his team won; null while the game is not over, or when the payload does not tell.</summary>
    public required bool? Won { get; init; }

    /// <summary>Whether he was among the first five.</summary>
    public required bool Starter { get; init; }

    /// <summary>Playing time in seconds, 0 to 6,000.</summary>
    public required int SecondsPlayed { get; init; }
}
