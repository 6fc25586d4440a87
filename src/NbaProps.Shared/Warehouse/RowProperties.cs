using System.Reflection;
using System.Text;

namespace NbaProps.Shared.Warehouse;

/// <summary>The properties of a row record, in column order: the record's own first, then <c>source</c> and <c>as_of</c>.</summary>
internal static class RowProperties
{
    public static IReadOnlyList<PropertyInfo> Of(Type row)
    {
        var own = row.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite && property.CanRead)
            .OrderBy(property => property.MetadataToken);
        var common = typeof(WarehouseRow).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite)
            .OrderBy(property => property.MetadataToken)
            .Select(property => row.GetProperty(property.Name)!);
        return [.. own, .. common];
    }

    public static string ColumnName(PropertyInfo property) =>
        property.GetCustomAttribute<ColumnAttribute>()?.Name ?? SnakeCase(property.Name);

    /// <summary><c>ThreePtAttempts</c> becomes <c>three_pt_attempts</c>; digits stay with the letters before them unless capitals follow.</summary>
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
