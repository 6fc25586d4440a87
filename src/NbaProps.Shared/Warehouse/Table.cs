using System.Linq.Expressions;
using System.Reflection;

namespace NbaProps.Shared.Warehouse;

/// <summary>A table as the record of its rows: the schema, and the way between records and stored values. Built once per type.</summary>
/// <typeparam name="TRow">The record; its properties are the columns, its doc comments the descriptions.</typeparam>
public sealed class Table<TRow>
    where TRow : WarehouseRow
{
    private readonly Func<TRow, object?>[] _getters;
    private readonly Func<object?[], TRow> _create;

    private Table()
    {
        var properties = RowProperties.Of(typeof(TRow));
        Schema = SchemaFromRecord.Build(typeof(TRow), properties);
        ContentColumns = Schema.Columns.Where(column => column.Role != ColumnRole.Lineage).Select(column => column.Name).ToArray();
        _getters = properties.Select(Getter).ToArray();
        _create = Factory(properties);
    }

    /// <summary>The one instance.</summary>
    public static Table<TRow> Instance { get; } = new();

    /// <summary>What the table is.</summary>
    public TableSchema Schema { get; }

    /// <summary>The columns that the record has: all but lineage.</summary>
    public IReadOnlyList<string> ContentColumns { get; }

    /// <summary>Stored values of a row, lineage left out.</summary>
    public object?[] ToValues(TRow row)
    {
        var values = new object?[_getters.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = _getters[index](row);
        }

        return values;
    }

    /// <summary>The record of stored values in the order of <see cref="ContentColumns"/>.</summary>
    public TRow FromValues(object?[] values) => _create(values);

    private static Func<TRow, object?> Getter(PropertyInfo property)
    {
        var converter = ColumnConverter.For(property.PropertyType);
        var row = Expression.Parameter(typeof(TRow));
        var boxed = Expression.Convert(Expression.Property(row, property), typeof(object));
        var get = Expression.Lambda<Func<TRow, object?>>(boxed, row).Compile();
        return instance => get(instance) is { } value ? converter.ToStorage(value) : null;
    }

    private static Func<object?[], TRow> Factory(IReadOnlyList<PropertyInfo> properties)
    {
        var values = Expression.Parameter(typeof(object?[]));
        var bindings = properties.Select((property, index) =>
        {
            var convert = Expression.Constant(ColumnConverter.For(property.PropertyType).FromStorage);
            var stored = Expression.ArrayIndex(values, Expression.Constant(index));
            var value = Expression.Condition(
                Expression.ReferenceEqual(stored, Expression.Constant(null)),
                Expression.Default(property.PropertyType),
                Expression.Convert(Expression.Invoke(convert, stored), property.PropertyType));
            return Expression.Bind(property, value);
        });
        return Expression.Lambda<Func<object?[], TRow>>(Expression.MemberInit(Expression.New(typeof(TRow)), bindings), values).Compile();
    }
}
