namespace NbaProps.Shared.Warehouse;

/// <summary>Storage types, one for each of BigQuery's that we use.</summary>
public enum ColumnType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>64-bit integer.</summary>
    Int64,

    /// <summary>Double precision; never NaN, never infinite.</summary>
    Float64,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A game date.</summary>
    Date,

    /// <summary>An instant, UTC, to the microsecond.</summary>
    Timestamp,
}

/// <summary>How a table is written; a table has exactly one way.</summary>
public enum TableKind
{
    /// <summary>A partition is replaced as a whole.</summary>
    Replaced,

    /// <summary>Rows are merged on the key.</summary>
    Merged,

    /// <summary>Rows are appended, at least once, and never changed.</summary>
    Log,
}

/// <summary>What a column means to those who compare rows.</summary>
public enum ColumnRole
{
    /// <summary>Part of what the row says.</summary>
    Content,

    /// <summary>Since when the content has stood (<c>as_of</c>): not compared when the runtime asks whether content changed.</summary>
    AsOf,

    /// <summary>Which run wrote the row, and when: never compared.</summary>
    Lineage,
}

/// <summary>A column.</summary>
/// <param name="Name">Snake-case name.</param>
/// <param name="Type">Storage type.</param>
/// <param name="Nullable">Whether it may hold NULL; key columns never may.</param>
/// <param name="Role">Content, as-of or lineage.</param>
/// <param name="Description">What it means, in one or two sentences; part of the DDL.</param>
/// <param name="Minimum">Smallest value accepted, for numbers; null for no bound.</param>
/// <param name="Maximum">Largest value accepted, for numbers; null for no bound.</param>
public sealed record ColumnSchema(
    string Name,
    ColumnType Type,
    bool Nullable,
    ColumnRole Role,
    string Description,
    double? Minimum = null,
    double? Maximum = null);

/// <summary>A table: derived from its record, written to its SQL file, checked against the live one.</summary>
public sealed record TableSchema
{
    /// <summary>BigQuery dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>Table name inside the dataset.</summary>
    public required string Name { get; init; }

    /// <summary>What a row is.</summary>
    public required string Description { get; init; }

    /// <summary>How it is written.</summary>
    public required TableKind Kind { get; init; }

    /// <summary>All columns in order; lineage last.</summary>
    public required IReadOnlyList<ColumnSchema> Columns { get; init; }

    /// <summary>Names of the key columns, in the order that reads are sorted by. The first is the partition column.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>The date column that partitions the table.</summary>
    public required string PartitionColumn { get; init; }

    /// <summary>Clustering columns, at most four.</summary>
    public required IReadOnlyList<string> Cluster { get; init; }

    /// <summary>Dataset and name with a dot.</summary>
    public string FullName => $"{Dataset}.{Name}";

    /// <summary>A column by name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public ColumnSchema Column(string name) =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.Ordinal))
        ?? throw new KeyNotFoundException($"{FullName} has no column {name}. It has: {string.Join(", ", Columns.Select(column => column.Name))}.");
}
