using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Batching;
using Property = NbaProps.Tests.Domain.Property;

namespace NbaProps.Tests.Shared.Warehouse.Batching;

public sealed class RowSizeTests
{
    [Fact]
    public void The_estimate_is_never_smaller_than_the_json()
    {
        var size = new RowSize(Table<EveryTypeRow>.Instance.Schema, Samples.Lineage);
        Property.ForAll(EveryTypeSamples.Rows, row =>
        {
            var values = Table<EveryTypeRow>.Instance.ToValues(row);
            size.Estimate(values).ShouldBeGreaterThanOrEqualTo(JsonSerializer.SerializeToUtf8Bytes(Request(values)).Length);
        });
    }

    [Fact]
    public void The_estimate_is_not_far_off_for_ordinary_rows()
    {
        var values = Table<SampleLogRow>.Instance.ToValues(Samples.Log("event-1", note: new string('x', 5_000)));
        new RowSize(Table<SampleLogRow>.Instance.Schema, Samples.Lineage).Estimate(values).ShouldBeLessThan(6_000);
    }

    private static object Request(object?[] values)
    {
        var stamped = new object?[values.Length + 5];
        values.CopyTo(stamped, 0);
        Samples.Lineage.CopyTo(stamped, values.Length);
        var names = Table<EveryTypeRow>.Instance.Schema.Columns.Select(column => column.Name);
        return new { insertId = new string('i', 128), json = names.Zip(stamped).ToDictionary(pair => pair.First, pair => pair.Second) };
    }
}
