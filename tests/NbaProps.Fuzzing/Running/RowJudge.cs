using System.Reflection;

using NbaProps.Shared.Warehouse;

namespace NbaProps.Fuzzing.Running;

/// <summary>Holds rows against the rules of their table; of rows without one only the texts are looked at.</summary>
internal sealed class RowJudge
{
    private readonly Dictionary<Type, (TableSchema Schema, Func<object, object?[]> Values)> _tables = [];
    private readonly Dictionary<Type, PropertyInfo[]> _texts = [];

    /// <summary>The first rule that is broken; null when none is.</summary>
    public string? Wrong(IReadOnlyList<object> rows)
    {
        foreach (var kind in rows.GroupBy(row => row.GetType()))
        {
            if ((typeof(WarehouseRow).IsAssignableFrom(kind.Key) ? WrongTable(kind.Key, kind) : WrongTexts(kind.Key, kind)) is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }

    /// <summary>Whether a text holds half of a surrogate pair.</summary>
    public static bool HasHalfAPair(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && (!char.IsHighSurrogate(text[at]) || ++at == text.Length || !char.IsLowSurrogate(text[at])))
            {
                return true;
            }
        }

        return false;
    }

    // What no store gives back as it was handed in.
    private static string? WrongText(string name, object? value) => value is string text && (text.Contains('\0', StringComparison.Ordinal) || HasHalfAPair(text))
        ? $"{name} holds a NUL or half of a surrogate pair"
        : null;

    private string? WrongTable(Type kind, IEnumerable<object> rows)
    {
        if (!_tables.TryGetValue(kind, out var table))
        {
            var type = typeof(Table<>).MakeGenericType(kind);
            var instance = type.GetProperty(nameof(Table<WarehouseRow>.Instance))!.GetValue(null)!;
            var toValues = type.GetMethod(nameof(Table<WarehouseRow>.ToValues))!;
            _tables[kind] = table = ((TableSchema)type.GetProperty(nameof(Table<WarehouseRow>.Schema))!.GetValue(instance)!, row => (object?[])toValues.Invoke(instance, [row])!);
        }

        var keys = new RowKeys(table.Schema);
        var seen = new HashSet<object?[]>(keys.Comparer);
        foreach (var row in rows)
        {
            var values = table.Values(row);
            if (RowRules.FirstBroken(table.Schema, values) is { } broken)
            {
                return broken;
            }

            if (!seen.Add(values))
            {
                return $"{table.Schema.FullName}: two rows share the key {keys.Describe(values)}";
            }

            if (table.Schema.Columns.Zip(values).Select(column => WrongText($"{table.Schema.FullName}.{column.First.Name}", column.Second)).FirstOrDefault(wrong => wrong is not null) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private string? WrongTexts(Type kind, IEnumerable<object> rows)
    {
        if (!_texts.TryGetValue(kind, out var texts))
        {
            _texts[kind] = texts = [.. kind.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(string))];
        }

        return rows.SelectMany(row => texts.Select(text => WrongText($"{kind.Name}.{text.Name}", text.GetValue(row)))).FirstOrDefault(wrong => wrong is not null);
    }
}
