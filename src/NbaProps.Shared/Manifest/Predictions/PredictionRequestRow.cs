using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest.Predictions;

/// <summary>One game that predictions are made for: what the coordinator asks the workers to do. Each row is a unit of work of prediction_staging.</summary>
[Table("nba_predictions", "prediction_requests")]
public sealed record PredictionRequestRow : WarehouseRow
{
    /// <summary>US Eastern sports day of the game.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The league's ten digits.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>Home team, tricode.</summary>
    public required TeamTricode HomeTeam { get; init; }

    /// <summary>Visiting team, tricode.</summary>
    public required TeamTricode AwayTeam { get; init; }

    /// <summary>Start of the game, UTC.</summary>
    public required DateTimeOffset TipOff { get; init; }

    /// <summary>Players with a feature row in the game.</summary>
    [Between(1, 200)]
    public required int Candidates { get; init; }

    /// <summary>Players whose required features are all there.</summary>
    [Between(0, 200)]
    public required int CandidatesReady { get; init; }

    /// <summary>Players with a points line.</summary>
    [Between(0, 200)]
    public required int CandidatesWithLine { get; init; }
}
