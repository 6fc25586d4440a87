using System.Reflection;

namespace NbaProps.Shared.Warehouse;

/// <summary>Derives a table's schema from its record: attributes for key, cluster and range, nullability annotations, doc comments.</summary>
internal static class SchemaFromRecord
{
    public static TableSchema Build(Type row, IReadOnlyList<PropertyInfo> properties)
    {
        var table = row.GetCustomAttribute<TableAttribute>()
            ?? throw new InvalidOperationException($"{row.Name} is used as a table row and has no [Table] attribute.");
        var docs = DocComments.Of(row.Assembly);
        var nullability = new NullabilityInfoContext();
        var columns = properties.Select(property => Column(property, docs, nullability)).ToList();
        var key = Ordered<KeyAttribute>(properties, attribute => attribute.Order);
        var schema = new TableSchema
        {
            Dataset = table.Dataset,
            Name = table.Name,
            Kind = table.Kind,
            Description = docs.Type(row),
            Columns = [.. columns, .. Lineage.Columns],
            Key = key,
            PartitionColumn = key.Count > 0 ? key[0] : string.Empty,
            Cluster = Ordered<ClusterAttribute>(properties, attribute => attribute.Order),
        };
        Check(schema);
        return schema;
    }

    private static ColumnSchema Column(PropertyInfo property, DocComments docs, NullabilityInfoContext nullability)
    {
        var range = property.GetCustomAttribute<BetweenAttribute>();
        var nullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || (!property.PropertyType.IsValueType && nullability.Create(property).ReadState == NullabilityState.Nullable);
        var role = string.Equals(property.Name, nameof(WarehouseRow.AsOf), StringComparison.Ordinal) ? ColumnRole.AsOf : ColumnRole.Content;
        return new(
            RowProperties.ColumnName(property),
            ColumnConverter.For(property.PropertyType).Type,
            nullable,
            role,
            docs.Property(property),
            range?.Minimum,
            range?.Maximum);
    }

    private static List<string> Ordered<TAttribute>(IReadOnlyList<PropertyInfo> properties, Func<TAttribute, int> order)
        where TAttribute : Attribute =>
        properties
            .Select(property => (property, attribute: property.GetCustomAttribute<TAttribute>()))
            .Where(pair => pair.attribute is not null)
            .OrderBy(pair => order(pair.attribute!))
            .Select(pair => RowProperties.ColumnName(pair.property))
            .ToList();

    private static void Check(TableSchema schema)
    {
        if (schema.Key.Count == 0 || schema.Column(schema.PartitionColumn).Type != ColumnType.Date)
        {
            throw new InvalidOperationException($"{schema.FullName}: [Key(0)] must be a game date, the partition column.");
        }

        if (schema.Key.Select(schema.Column).FirstOrDefault(column => column.Nullable) is { } nullable)
        {
            throw new InvalidOperationException($"{schema.FullName}: key column {nullable.Name} may be NULL.");
        }

        if (schema.Cluster.Count > 4)
        {
            throw new InvalidOperationException($"{schema.FullName}: BigQuery clusters by at most four columns, this has {schema.Cluster.Count}.");
        }
    }
}
