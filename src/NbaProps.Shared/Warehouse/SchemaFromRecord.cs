using System.Globalization;
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
        var key = Ordered<KeyAttribute>(table, properties, attribute => attribute.Order);
        var schema = new TableSchema
        {
            Dataset = table.Dataset,
            Name = table.Name,
            Kind = table.Kind,
            Description = docs.Type(row),
            Columns = [.. columns, .. Lineage.Columns],
            Key = key,
            PartitionColumn = key.Count > 0 ? key[0] : string.Empty,
            Cluster = Ordered<ClusterAttribute>(table, properties, attribute => attribute.Order),
        };
        Check(schema);
        return schema;
    }

    private static ColumnSchema Column(PropertyInfo property, DocComments docs, NullabilityInfoContext nullability)
    {
        var range = property.GetCustomAttribute<BetweenAttribute>();
        var type = ColumnConverter.For(property.PropertyType).Type;
        var nullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || (!property.PropertyType.IsValueType && nullability.Create(property).ReadState == NullabilityState.Nullable);
        var role = string.Equals(property.Name, nameof(WarehouseRow.AsOf), StringComparison.Ordinal) ? ColumnRole.AsOf : ColumnRole.Content;
        return new(
            RowProperties.ColumnName(property),
            type,
            nullable,
            role,
            docs.Property(property),
            range?.Minimum,
            range?.Maximum);
    }

    private static List<string> Ordered<TAttribute>(TableAttribute table, IReadOnlyList<PropertyInfo> properties, Func<TAttribute, int> order)
        where TAttribute : Attribute
    {
        var placed = properties
            .Select(property => (Property: property, Attribute: property.GetCustomAttribute<TAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .GroupBy(pair => order(pair.Attribute!))
            .OrderBy(group => group.Key)
            .ToList();
        return placed.FirstOrDefault(group => group.Skip(1).Any()) is { } shared
            ? throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{table.Dataset}.{table.Name}: two properties have [{typeof(TAttribute).Name[..^"Attribute".Length]}({shared.Key})]."))
            : placed.Select(group => RowProperties.ColumnName(group.Single().Property)).ToList();
    }

    private static void Check(TableSchema schema)
    {
        if (schema.Columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            throw new InvalidOperationException($"{schema.FullName}: two properties are column {twice.Key}.");
        }

        if (schema.Columns.FirstOrDefault(column => column.Minimum is not null && column.Type is not (ColumnType.Int64 or ColumnType.Float64)) is { } ranged)
        {
            throw new InvalidOperationException($"{schema.FullName}: [Between] is for numbers, {ranged.Name} is {ranged.Type}.");
        }

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
