using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Predictions;

/// <summary>What every table of predictions says: whose, by which system, against which line, with which advice.</summary>
public abstract record PredictionRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>The league's person id.</summary>
    [Key(2)]
    [Cluster(1)]
    public required PlayerKey PlayerId { get; init; }

    /// <summary>What is predicted: points.</summary>
    [Key(3)]
    public required string Market { get; init; }

    /// <summary>The system that predicts, such as moving_average_v1.</summary>
    [Key(4)]
    [Cluster(0)]
    public required string SystemId { get; init; }

    /// <summary>served: as it stood before tip-off; replay: as it would be by what became known later. Only what was served is graded.</summary>
    [Key(5)]
    public required string Serving { get; init; }

    /// <summary>The player's name as the league last wrote it.</summary>
    public required string PlayerName { get; init; }

    /// <summary>His team, tricode.</summary>
    public required TeamTricode Team { get; init; }

    /// <summary>The other team, tricode.</summary>
    public required TeamTricode Opponent { get; init; }

    /// <summary>Season such as 2022-23.</summary>
    public required Season Season { get; init; }

    /// <summary>regular, playoffs, play_in or cup_final.</summary>
    public required string SeasonPhase { get; init; }

    /// <summary>Points that the system predicts, 0 to 60; NULL when it makes no prediction, and then the reason says why.</summary>
    [Between(0, 60)]
    public required double? PredictedPoints { get; init; }

    /// <summary>The points line that the prediction is held against; NULL without one.</summary>
    [Between(0.5, 80)]
    public required PointsLine? Line { get; init; }

    /// <summary>The book whose line it is.</summary>
    public required string? Bookmaker { get; init; }

    /// <summary>American price of more points than the line.</summary>
    public required AmericanOdds? OverPrice { get; init; }

    /// <summary>American price of fewer points than the line.</summary>
    public required AmericanOdds? UnderPrice { get; init; }

    /// <summary>Probability of more points than the line; NULL for systems that have no calibrated one.</summary>
    [Between(0, 1)]
    public required double? POver { get; init; }

    /// <summary>A rule of thumb for how much the system trusts itself, 0 to 1. It is no probability; NULL without a prediction.</summary>
    [Between(0, 1)]
    public required double? Confidence { get; init; }

    /// <summary>OVER, UNDER, PASS or NO_LINE.</summary>
    public required string Recommendation { get; init; }
}
