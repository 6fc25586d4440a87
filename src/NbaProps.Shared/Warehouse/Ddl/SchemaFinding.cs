namespace NbaProps.Shared.Warehouse.Ddl;

/// <summary>What is not as it should be about a table, its SQL file or its live counterpart.</summary>
public enum SchemaProblem
{
    /// <summary>The table or a column says nothing about itself, or too much.</summary>
    Description,

    /// <summary>BigQuery would refuse the table.</summary>
    Unsupported,

    /// <summary>The table has no SQL file.</summary>
    FileMissing,

    /// <summary>The SQL file is not what the record says.</summary>
    FileDiffers,

    /// <summary>There is an SQL file of no table.</summary>
    FileUnknown,

    /// <summary>The table does not exist in the store.</summary>
    TableMissing,

    /// <summary>The store's table lacks a column.</summary>
    ColumnMissing,

    /// <summary>The store's table has a column that the record has not.</summary>
    ColumnUnknown,

    /// <summary>A column has another type in the store.</summary>
    TypeDiffers,

    /// <summary>The table has another key in the store.</summary>
    KeyDiffers,

    /// <summary>A column may be NULL in one and not in the other.</summary>
    NullabilityDiffers,
}

/// <summary>One finding of a schema check, with what to do about it.</summary>
/// <param name="Problem">What kind.</param>
/// <param name="Subject">The table, column or file.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Command">What helps: a command to type, or where only a person can help, what to change.</param>
public sealed record SchemaFinding(SchemaProblem Problem, string Subject, string Message, string Command)
{
    /// <summary>Whether a build that writes the table cannot: the store lacks what it writes. A column that only the store has is no harm, since a newer build may have added it.</summary>
    public bool KeepsABuildOut => Problem is SchemaProblem.TableMissing or SchemaProblem.ColumnMissing or SchemaProblem.TypeDiffers;

    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Message} -> {Command}";
}
