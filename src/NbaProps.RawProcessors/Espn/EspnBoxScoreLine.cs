using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.BoxScores;

namespace NbaProps.RawProcessors.Espn;

/// <summary>A player's line of one game of ESPN's. The payload states neither date nor game; both are known to who asked for it.</summary>
internal sealed record EspnBoxScoreLine : BoxCounts
{
    /// <summary>A line with its counts.</summary>
    public EspnBoxScoreLine(BoxCounts counts)
        : base(counts)
    {
    }

    /// <summary>Playing time in rounded whole minutes, 0 to 100; 0 can be a player who was on court for seconds.</summary>
    public required int Minutes { get; init; }

    /// <summary>Team he played for.</summary>
    public required TeamTricode Team { get; init; }

    /// <summary>The other team.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>ESPN's id of the player, not the league's.</summary>
    public required string EspnPlayerId { get; init; }

    /// <summary>His name as ESPN writes it.</summary>
    public required string PlayerName { get; init; }

    /// <summary>The name as a key.</summary>
    public required NameKey NameKey { get; init; }

    /// <summary>Number on his jersey, as text; null when not stated.</summary>
    public required string? JerseyNumber { get; init; }

    /// <summary>Whether he was in the first five.</summary>
    public required bool Starter { get; init; }
}
