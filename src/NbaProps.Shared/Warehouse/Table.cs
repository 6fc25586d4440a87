using System.Linq.Expressions;
using System.Reflection;

using NbaProps.Shared.Resilience;

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
        _create = Factory(properties, Schema);
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
    /// <exception cref="PermanentException">A value is NULL where the record may not be, or is none of the property's type; names the column.</exception>
    public TRow FromValues(object?[] values) => _create(values);

    private static Func<TRow, object?> Getter(PropertyInfo property)
    {
        var converter = ColumnConverter.For(property.PropertyType);
        var row = Expression.Parameter(typeof(TRow));
        var boxed = Expression.Convert(Expression.Property(row, property), typeof(object));
        var get = Expression.Lambda<Func<TRow, object?>>(boxed, row).Compile();
        return instance => get(instance) is { } value ? converter.ToStorage(value) : null;
    }

    private static Func<object?[], TRow> Factory(IReadOnlyList<PropertyInfo> properties, TableSchema schema)
    {
        var values = Expression.Parameter(typeof(object?[]));
        var bindings = properties.Select((property, index) =>
        {
            var column = schema.Columns[index];
            var convert = Expression.Constant(FromStored($"{schema.FullName}.{column.Name}", column.Nullable, ColumnConverter.For(property.PropertyType)));
            var value = Expression.Invoke(convert, Expression.ArrayIndex(values, Expression.Constant(index)));
            return Expression.Bind(property, Expression.Convert(value, property.PropertyType));
        });
        return Expression.Lambda<Func<object?[], TRow>>(Expression.MemberInit(Expression.New(typeof(TRow)), bindings), values).Compile();
    }

    // A NULL must never become a zero: it is the difference between not known and nothing.
    private static Func<object?, object?> FromStored(string column, bool nullable, ColumnConverter converter) => stored =>
    {
        if (stored is null)
        {
            return nullable ? null : throw new PermanentException($"{column}: the store holds NULL, the column may not. Run: ./nbaprops schema diff");
        }

        try
        {
            return converter.FromStorage(stored);
        }
        catch (Exception refused) when (refused is FormatException or ArgumentException or InvalidCastException or OverflowException)
        {
            throw new PermanentException($"{column}: the store holds '{stored}', which the column's type refuses: {refused.Message}", refused);
        }
    };
}
