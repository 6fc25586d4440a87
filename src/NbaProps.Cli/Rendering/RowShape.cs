using System.Globalization;
using System.Reflection;
using System.Text.Json;

using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Cli.Rendering;

/// <summary>How rows of one kind look: those of a table by its columns, others by their properties in snake case.</summary>
internal sealed class RowShape
{
    // Only a run knows it.
    private const string AsOf = "as_of";

    private readonly Func<object, object?[]> _values;
    private readonly TableSchema? _table;

    /// <summary>The shape of a kind of rows.</summary>
    public RowShape(Type kind)
    {
        if (typeof(WarehouseRow).IsAssignableFrom(kind))
        {
            var type = typeof(Table<>).MakeGenericType(kind);
            var table = type.GetProperty(nameof(Table<WarehouseRow>.Instance))!.GetValue(null)!;
            var toValues = type.GetMethod(nameof(Table<WarehouseRow>.ToValues))!;
            _table = (TableSchema)type.GetProperty(nameof(Table<WarehouseRow>.Schema))!.GetValue(table)!;
            _values = row => (object?[])toValues.Invoke(table, [row])!;
            Names = (IReadOnlyList<string>)type.GetProperty(nameof(Table<WarehouseRow>.ContentColumns))!.GetValue(table)!;
        }
        else
        {
            var properties = kind.GetProperties(BindingFlags.Public | BindingFlags.Instance);
            _values = row => [.. properties.Select(property => Plain(property.GetValue(row)))];
            Names = [.. properties.Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name))];
        }
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>A row's names and values.</summary>
    /// <exception cref="PermanentException">It breaks a rule of its table.</exception>
    public IEnumerable<(string Name, object? Value)> Of(object row)
    {
        var values = _values(row);
        return _table is not null && RowRules.FirstBroken(_table, values) is { } broken
            ? throw new PermanentException(broken)
            : Names.Zip(values).Where(column => column.First is not AsOf);
    }

    private static object? Plain(object? value) => value switch
    {
        null or bool or int or long or double or decimal or DateTimeOffset or string => value,
        Enum => JsonSerializer.SerializeToElement(value, value.GetType()).ToString(),
        IEnumerable<object> several => string.Join(", ", several),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
