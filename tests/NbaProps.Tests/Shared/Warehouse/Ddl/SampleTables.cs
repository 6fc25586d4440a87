using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Warehouse.Ddl;

/// <summary>Tables whose every part has a description, as those of the library have from their comments.</summary>
internal static class SampleTables
{
    public static TableSchema Quotes { get; } = Described(Table<SampleQuoteRow>.Instance.Schema, "A quote: \"over\" or under,\nper book \\ game.");

    public static TableSchema Log { get; } = Described(Table<SampleLogRow>.Instance.Schema, "What happened.");

    /// <summary>A table with a FLOAT64 in its key.</summary>
    public static TableSchema FloatKey { get; } = Quotes with { Name = "float_key", Key = [.. Quotes.Key, "line"], Cluster = [] };

    private static TableSchema Described(TableSchema schema, string description) => schema with
    {
        Description = description,
        Columns = schema.Columns.Select(column => column with { Description = column.Description.Length > 0 ? column.Description : $"The {column.Name.Replace('_', ' ')}." }).ToArray(),
    };
}
