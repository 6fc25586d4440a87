using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.BoxScores;

namespace NbaProps.RawProcessors.BallDontLie;

/// <summary>What balldontlie says about a player who appeared in a game. Its numbers are its own: the league's are found by name, team and date.</summary>
internal sealed record BallDontLiePlayerLine : BoxCounts
{
    public BallDontLiePlayerLine(BoxCounts counts)
        : base(counts)
    {
    }

    /// <summary>balldontlie's own number of the game.</summary>
    public required long GameNumber { get; init; }

    /// <summary>US Eastern sports day of the game.</summary>
    public required GameDate GameDate { get; init; }

    /// <summary>balldontlie's own number of the player.</summary>
    public required long PlayerNumber { get; init; }

    /// <summary>Given and family name as balldontlie writes them.</summary>
    public required string PlayerName { get; init; }

    /// <summary>The name as a key.</summary>
    public required NameKey NameKey { get; init; }

    /// <summary>Team he played for.</summary>
    public required TeamTricode Team { get; init; }

    /// <summary>The other team.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Whether his team played at home.</summary>
    public required bool IsHome { get; init; }

    /// <summary>Whether his team won; null while the game is not over.</summary>
    public required bool? Won { get; init; }

    /// <summary>Playing time in whole minutes, 0 to 100; 0 can be a player who was on court for seconds.</summary>
    public required int Minutes { get; init; }
}
