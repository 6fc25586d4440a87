using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Pipeline;

public sealed class FrozenRowsTests
{
    private static readonly GameDate Date = new(2022, 12, 27);
    private static readonly DateTimeOffset Tip = Date.At(19);
    private static readonly GameId Early = GameId.Parse("0022200512");
    private static readonly GameId Late = GameId.Parse("0022200513");

    [Fact]
    public void Before_tip_off_rows_are_replaced() =>
        Apply([Row(Early, 2)], [Row(Early, 1)], Tip.AddMinutes(-1)).Select(Told).ShouldBe(["0022200512 served 2"]);

    [Fact]
    public void From_tip_off_on_a_served_row_stands_and_another_value_stands_beside_it() =>
        Apply([Row(Early, 2)], [Row(Early, 1)], Tip).Select(Told).ShouldBe(["0022200512 replay 2", "0022200512 served 1"]);

    [Fact]
    public void An_equal_value_adds_nothing_and_keeps_the_old_as_of()
    {
        var old = Row(Early, 1) with { AsOf = Date.At(10) };
        Apply([Row(Early, 1)], [old], Tip).ShouldHaveSingleItem().ShouldBe(old);
    }

    [Fact]
    public void What_was_never_served_can_only_be_a_replay() =>
        Apply([Row(Early, 1)], [], Tip.AddHours(1)).Select(Told).ShouldBe(["0022200512 replay 1"]);

    [Fact]
    [Trait("Incident", "I-29")]
    public void A_served_row_that_is_no_longer_computed_stays() =>
        Apply([], [Row(Early, 1)], Tip).Select(Told).ShouldBe(["0022200512 served 1"]);

    [Fact]
    public void A_game_that_has_not_begun_is_not_frozen_by_one_that_has() =>
        Apply([Row(Early, 2), Row(Late, 2, Tip.AddHours(3))], [Row(Early, 1), Row(Late, 1, Tip.AddHours(3))], Tip).Select(Told)
            .ShouldBe(["0022200512 replay 2", "0022200512 served 1", "0022200513 served 2"]);

    [Fact]
    public void A_start_that_is_moved_later_unfreezes_nothing() =>
        Apply([Row(Early, 2, Tip.AddHours(5))], [Row(Early, 1)], Tip).Select(Told).ShouldBe(["0022200512 replay 2", "0022200512 served 1"]);

    private static IReadOnlyList<FrozenRow> Apply(IReadOnlyList<FrozenRow> computed, IReadOnlyList<FrozenRow> own, DateTimeOffset asOf) =>
        FrozenRows.Apply(computed, own, asOf, static (row, serving) => row with { Serving = serving });

    private static string Told(FrozenRow row) => FormattableString.Invariant($"{row.GameId} {row.Serving} {row.Value}");

    private static FrozenRow Row(GameId game, int value, DateTimeOffset? tip = null) => new()
    {
        GameDate = Date, GameId = game, Serving = Servings.Served, TipOff = tip ?? Tip, Value = value, Source = "test", AsOf = Tip,
    };
}

/// <summary>A row that freezes.</summary>
[Table("test", "frozen")]
public sealed record FrozenRow : WarehouseRow, IServedRow
{
    /// <summary>The date.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The game.</summary>
    [Key(1)]
    public required GameId GameId { get; init; }

    /// <summary>Served or replay.</summary>
    [Key(2)]
    public required string Serving { get; init; }

    /// <summary>Start of the game.</summary>
    public required DateTimeOffset TipOff { get; init; }

    /// <summary>What is known.</summary>
    public required int Value { get; init; }
}
