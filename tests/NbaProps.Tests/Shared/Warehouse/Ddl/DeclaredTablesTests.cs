using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.Tests.Shared.Warehouse.Ddl;

/// <summary>Every record of the library that is a row: its table can be built, is described, and would be accepted by BigQuery.</summary>
public sealed class DeclaredTablesTests
{
    private static readonly Type[] Declared = typeof(WarehouseRow).Assembly.GetTypes().Where(type => type.IsDefined(typeof(TableAttribute), inherit: false)).ToArray();

    public static TheoryData<Type> Rows => [.. Declared];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_declared_table_is_described_and_accepted(Type row) =>
        BigQueryLimits.Check(SchemaFromRecord.Build(row, RowProperties.Of(row))).ShouldBeEmpty();

    [Fact]
    public void There_are_declared_tables() => Declared.ShouldNotBeEmpty();

    [Fact]
    public void No_two_records_are_rows_of_one_table() =>
        Declared.Select(row => SchemaFromRecord.Build(row, RowProperties.Of(row)).FullName).ShouldBeUnique();
}
