namespace NbaProps.Shared.Warehouse;

/// <summary>Names the table that a record is a row of.</summary>
/// <param name="dataset">BigQuery dataset.</param>
/// <param name="name">Table name.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TableAttribute(string dataset, string name) : Attribute
{
    /// <summary>BigQuery dataset.</summary>
    public string Dataset { get; } = dataset;

    /// <summary>Table name.</summary>
    public string Name { get; } = name;

    /// <summary>How the table is written; <see cref="TableKind.Replaced"/> unless said otherwise.</summary>
    public TableKind Kind { get; init; } = TableKind.Replaced;
}

/// <summary>Makes a property part of the natural key. Order 0 is the partition column, a game date.</summary>
/// <param name="order">Place in the key and in the order of reads.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyAttribute(int order) : Attribute
{
    /// <summary>Place in the key and in the order of reads.</summary>
    public int Order { get; } = order;
}

/// <summary>Clusters the table by a column.</summary>
/// <param name="order">Place among the clustering columns, from 0.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClusterAttribute(int order) : Attribute
{
    /// <summary>Place among the clustering columns, from 0.</summary>
    public int Order { get; } = order;
}

/// <summary>The values a number may have, both ends included. A row outside is refused before it is written.</summary>
/// <param name="minimum">Smallest value.</param>
/// <param name="maximum">Largest value.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BetweenAttribute(double minimum, double maximum) : Attribute
{
    /// <summary>Smallest value.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>Largest value.</summary>
    public double Maximum { get; } = maximum;
}

/// <summary>Gives a property a column name other than its own in snake case.</summary>
/// <param name="name">Column name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string name) : Attribute
{
    /// <summary>Column name.</summary>
    public string Name { get; } = name;
}
