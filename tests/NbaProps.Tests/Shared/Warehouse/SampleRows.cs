using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.Domain.Predictions;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Warehouse;

/// <summary>A column of every type that a table may hold, as a required and as an optional one.</summary>
[Table("nba_test", "every_type")]
public sealed record EveryTypeRow : WarehouseRow
{
    [Key(0)]
    public required GameDate GameDate { get; init; }

    [Key(1)]
    public required string Id { get; init; }

    public required long Count { get; init; }

    public required int Small { get; init; }

    public required double Number { get; init; }

    public required bool Flag { get; init; }

    public required DateTimeOffset At { get; init; }

    public required GameId GameId { get; init; }

    public required TeamTricode Team { get; init; }

    public required NameKey NameKey { get; init; }

    public required Season Season { get; init; }

    public required PlayerKey PlayerId { get; init; }

    public required PointsLine Line { get; init; }

    public required AmericanOdds Price { get; init; }

    public required Probability Chance { get; init; }

    public required SeasonPhase Phase { get; init; }

    public required Side Side { get; init; }

    public required Recommendation Recommendation { get; init; }

    public required Grade Grade { get; init; }

    public string? MaybeText { get; init; }

    public int? MaybeSmall { get; init; }

    public double? MaybeNumber { get; init; }

    public bool? MaybeFlag { get; init; }

    public GameDate? MaybeDate { get; init; }

    public DateTimeOffset? MaybeAt { get; init; }

    public GameId? MaybeGame { get; init; }

    public PlayerKey? MaybePlayer { get; init; }

    public PointsLine? MaybeLine { get; init; }

    public Side? MaybeSide { get; init; }
}

/// <summary>A line of a game, with a range and clustering.</summary>
[Table("nba_test", "sample_quotes")]
public sealed record SampleQuoteRow : WarehouseRow
{
    [Key(0)]
    public required GameDate GameDate { get; init; }

    [Key(1)]
    [Cluster(1)]
    public required GameId GameId { get; init; }

    [Key(2)]
    [Cluster(0)]
    public required string Book { get; init; }

    [Key(3)]
    public required DateTimeOffset SeenAt { get; init; }

    [Between(0.5, 80)]
    public required double? Line { get; init; }

    public int? Price { get; init; }
}

/// <summary>What logs have in common; its properties are columns too.</summary>
public abstract record SampleLogBase : WarehouseRow
{
    [Key(0)]
    public required GameDate GameDate { get; init; }

    [Key(1)]
    public required string EventId { get; init; }
}

/// <summary>A log, with columns of its own and of the record it extends.</summary>
[Table("nba_test", "sample_log", Kind = TableKind.Log)]
public sealed record SampleLogRow : SampleLogBase
{
    [Between(0, 1000)]
    public required int Points { get; init; }

    public string? Note { get; init; }
}

/// <summary>A key of two texts.</summary>
[Table("nba_test", "sample_text_key")]
public sealed record SampleTextKeyRow : WarehouseRow
{
    [Key(0)]
    public required GameDate GameDate { get; init; }

    [Key(1)]
    public required string First { get; init; }

    [Key(2)]
    public required string Second { get; init; }
}
