using NbaProps.Domain.Calendar;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse;

public abstract partial class WarehouseContract
{
    private int _roundTrips;

    public static TheoryData<string> Texts =>
        ["0022400561", "007", "1e5", "-0", " 12 ", "", "NULL", "null", "true", "2026-01-12", "Dončić", "🏀 É\u0301", "it's \"quoted\"\r\n\t;--", "%_?@p0", "0x10", "9223372036854775808"];

    public static TheoryData<long> Numbers => [0, 1, -1, 9007199254740993, -9007199254740993, long.MaxValue, long.MinValue];

    public static TheoryData<double> Reals =>
        [0, 1, -1, 0.1, 1.0 / 3, 27.5, 1e300, -1e-300, double.Epsilon, double.MaxValue, double.MinValue, 9007199254740993, 1.7976931348623155E+308];

    [SkippableTheory]
    [MemberData(nameof(Texts))]
    public async Task Text_is_read_back_exactly_also_when_it_looks_like_something_else(string text)
    {
        (await RoundTripAsync(Row(Monday, FirstGame, text) with { Text = text })).ShouldSatisfyAllConditions(
            row => row.Text.ShouldBe(text), row => row.Name.ShouldBe(text));
    }

    [SkippableTheory]
    [MemberData(nameof(Numbers))]
    public async Task Integers_are_read_back_exactly(long number)
    {
        (await RoundTripAsync(Row(Monday, FirstGame, "a") with { Number = number })).Number.ShouldBe(number);
    }

    [SkippableTheory]
    [MemberData(nameof(Reals))]
    public async Task Doubles_are_read_back_bit_by_bit(double real)
    {
        var read = (await RoundTripAsync(Row(Monday, FirstGame, "a") with { Real = real })).Real!.Value;

        BitConverter.DoubleToInt64Bits(read).ShouldBe(BitConverter.DoubleToInt64Bits(real));
    }

    [SkippableFact]
    public async Task Minus_zero_and_zero_are_one_value()
    {
        var read = (await RoundTripAsync(Row(Monday, FirstGame, "a") with { Real = -0.0 })).Real!.Value;

        BitConverter.DoubleToInt64Bits(read).ShouldBe(0);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Booleans_are_read_back(bool flag)
    {
        (await RoundTripAsync(Row(Monday, FirstGame, "a") with { Flag = flag })).Flag.ShouldBe(flag);
    }

    [SkippableFact]
    public async Task Dates_are_read_back()
    {
        (await RoundTripAsync(Row(Monday, FirstGame, "a") with { Day = GameDate.MinValue })).Day.ShouldBe(GameDate.MinValue);
        (await RoundTripAsync(Row(Monday, FirstGame, "a") with { Day = new GameDate(2024, 2, 29) })).Day.ShouldBe(new GameDate(2024, 2, 29));
    }

    [SkippableFact]
    public async Task Instants_are_read_back_in_utc_to_the_microsecond()
    {
        var local = new DateTimeOffset(2026, 1, 12, 23, 59, 59, TimeSpan.FromHours(-5)).AddTicks(1_234_567);

        var read = (await RoundTripAsync(Row(Monday, FirstGame, "a") with { Instant = local })).Instant!.Value;

        read.Offset.ShouldBe(TimeSpan.Zero);
        read.ShouldBe(new DateTimeOffset(2026, 1, 13, 4, 59, 59, TimeSpan.Zero).AddTicks(1_234_560));
    }

    [SkippableFact]
    public async Task What_is_missing_is_null_and_not_a_default()
    {
        var row = await RoundTripAsync(Row(Monday, FirstGame, "a"));

        row.ShouldBe(Row(Monday, FirstGame, "a"));
        row.Number.ShouldBeNull();
    }

    [SkippableFact]
    public async Task Rows_come_in_the_order_of_the_key_whatever_order_they_were_written_in()
    {
        await ReplaceAsync(Tuesday, 1, Row(Tuesday, FirstGame, "a", 5));
        await ReplaceAsync(Monday, 1, Row(Monday, SecondGame, "a", 4), Row(Monday, FirstGame, "b", 3), Row(Monday, FirstGame, "B", 1), Row(Monday, FirstGame, "a", 2), Row(Monday, SecondGame, "é", 5));

        (await SamplesAsync()).ShouldBe(["B:1", "a:2", "b:3", "a:4", "é:5", "a:5"]);
    }

    [SkippableFact]
    public async Task A_range_includes_both_its_ends_and_nothing_else()
    {
        for (var day = 0; day < 5; day++)
        {
            await ReplaceAsync(Monday.AddDays(day), 1, Row(Monday.AddDays(day), FirstGame, "a", day));
        }

        var batch = await Warehouse.ReadAsync(new ReadRequest(Samples, ["number"], new GameDateRange(Monday.AddDays(1), Monday.AddDays(3)), []), default);

        batch.Rows.Select(row => row[0]).ShouldBe([1L, 2L, 3L]);
    }

    [SkippableFact]
    public async Task Only_the_columns_asked_for_are_answered_in_the_order_asked_for()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a", 1));

        var batch = await Warehouse.ReadAsync(new ReadRequest(Samples, ["number", "game_id", "game_date", "real"], Both, []), default);

        batch.Columns.ShouldBe(["number", "game_id", "game_date", "real"]);
        batch.Rows.ShouldHaveSingleItem().ShouldBe([1L, "0022500560", Monday, null]);
    }

    [SkippableFact]
    public async Task A_filter_of_one_value_is_equality_and_of_several_is_membership_and_null_never_matches()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a", 1), Row(Monday, FirstGame, "b", 2), Row(Monday, FirstGame, "c"), Row(Monday, SecondGame, "d", 2));

        (await NamesAsync(new ColumnFilter("number", [2L]))).ShouldBe(["b", "d"]);
        (await NamesAsync(new ColumnFilter("number", [1L, 2L, 99L]))).ShouldBe(["a", "b", "d"]);
        (await NamesAsync(new ColumnFilter("game_id", ["0022500560"]), new ColumnFilter("number", [2L, 1L]))).ShouldBe(["a", "b"]);
        (await NamesAsync(new ColumnFilter("name", ["A"]))).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_filter_compares_every_kind_of_value_exactly()
    {
        var full = Row(Monday, FirstGame, "a") with { Text = "007", Real = 0.1, Flag = true, Day = Tuesday, Instant = AsOf.AddMicroseconds(1), Number = 9007199254740993 };
        await ReplaceAsync(Monday, 1, full, full with { Name = "b", Text = "7", Real = 0.2, Flag = false, Day = Monday, Instant = AsOf, Number = 9007199254740992 });

        foreach (var filter in new ColumnFilter[] { new("text", ["007"]), new("real", [0.1]), new("flag", [true]), new("day", [Tuesday]), new("instant", [full.Instant!]), new("number", [9007199254740993]) })
        {
            (await NamesAsync(filter)).ShouldBe(["a"], filter.Column);
        }
    }

    [SkippableFact]
    public async Task A_limit_keeps_the_first_rows_in_key_order_that_match()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "c", 1), Row(Monday, FirstGame, "a", 2), Row(Monday, FirstGame, "b", 1), Row(Monday, FirstGame, "d", 1));

        (await ReadAsync<Sample>(limit: 2)).Select(row => row.Name).ShouldBe(["a", "b"]);
        (await ReadAsync<Sample>(limit: 2, filters: new ColumnFilter("number", [1L]))).Select(row => row.Name).ShouldBe(["b", "c"]);
        (await ReadAsync<Sample>(limit: 0)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_read_of_an_unknown_column_or_a_filter_that_cannot_match_is_refused()
    {
        foreach (var request in new ReadRequest[]
        {
            new(Samples, ["surprise"], Both, []),
            new(Samples, [], Both, []),
            new(Samples, ["name"], Both, [new ColumnFilter("surprise", [1L])]),
            new(Samples, ["name"], Both, [new ColumnFilter("number", [])]),
            new(Samples, ["name"], Both, [new ColumnFilter("number", ["1"])]),
            new(Samples, ["name"], Both, [], Limit: -1),
        })
        {
            await Should.ThrowAsync<PermanentException>(() => Warehouse.ReadAsync(request, default));
        }
    }

    [SkippableFact]
    public async Task A_long_list_of_values_in_a_filter_is_accepted()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a", 4000), Row(Monday, FirstGame, "b", 6000));

        (await NamesAsync(new ColumnFilter("number", [.. Enumerable.Range(0, 5000).Select(n => (object)(long)n)]))).ShouldBe(["a"]);
    }

    private async Task<string[]> NamesAsync(params ColumnFilter[] filters) => [.. (await ReadAsync<Sample>(filters: filters)).Select(row => row.Name)];

    private async Task<Sample> RoundTripAsync(Sample row)
    {
        await ReplaceAsync(Monday, ++_roundTrips, row);
        return (await ReadAsync<Sample>(Other)).ShouldHaveSingleItem();
    }
}
