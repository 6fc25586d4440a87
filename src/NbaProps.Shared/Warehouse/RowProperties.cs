using System.Reflection;
using System.Text;

namespace NbaProps.Shared.Warehouse;

/// <summary>The properties of a row record, in column order: the record's own first, then <c>source</c> and <c>as_of</c>.</summary>
internal static class RowProperties
{
    public static IReadOnlyList<PropertyInfo> Of(Type row)
    {
        // A record between the row and WarehouseRow declares columns too: what several tables share stands first.
        var own = Lines(row).Reverse().SelectMany(type => Declared(type).Where(property => property.CanRead));
        var common = Declared(typeof(WarehouseRow)).Select(property => row.GetProperty(property.Name)!);
        return [.. own, .. common];
    }

    private static IEnumerable<Type> Lines(Type row)
    {
        for (var type = row; type is not null && type != typeof(WarehouseRow); type = type.BaseType)
        {
            yield return type;
        }
    }

    private static IEnumerable<PropertyInfo> Declared(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.CanWrite)
        .OrderBy(property => property.MetadataToken);

    public static string ColumnName(PropertyInfo property) =>
        property.GetCustomAttribute<ColumnAttribute>()?.Name ?? SnakeCase(property.Name);

    /// <summary><c>PointsAvgLast5</c> becomes <c>points_avg_last_5</c>: a capital starts a word, and so does a digit after a letter.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var index = 0; index < name.Length; index++)
        {
            var letter = name[index];
            var startsWord = index > 0 && (char.IsUpper(letter) || (char.IsDigit(letter) && !char.IsDigit(name[index - 1])));
            if (startsWord)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
