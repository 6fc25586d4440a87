using NbaProps.Shared.Resilience;

namespace NbaProps.Shared.Warehouse;

/// <summary>What an existing table lacks, and what about it cannot be mended by adding columns.</summary>
public static class SchemaDifference
{
    /// <summary>The nullable columns to add.</summary>
    /// <param name="declared">The table as it should be.</param>
    /// <param name="live">Its columns as they are.</param>
    /// <param name="liveKey">Its key as it is.</param>
    /// <exception cref="PermanentException">Names every difference that is no missing nullable column.</exception>
    public static IReadOnlyList<ColumnSchema> Additions(TableSchema declared, IReadOnlyList<LiveColumn> live, IReadOnlyList<string> liveKey)
    {
        var problems = new List<string>();
        var additions = new List<ColumnSchema>();
        var byName = live.ToDictionary(column => column.Name, StringComparer.Ordinal);
        foreach (var column in declared.Columns)
        {
            if (!byName.Remove(column.Name, out var now))
            {
                if (column.Nullable)
                {
                    additions.Add(column);
                }
                else
                {
                    problems.Add($"{column.Name} is missing and may not be NULL, so it cannot be added to existing rows");
                }
            }
            else if (now.Type != column.Type || now.Nullable != column.Nullable)
            {
                problems.Add($"{column.Name} is {Say(now.Type, now.Nullable)}, declared {Say(column.Type, column.Nullable)}");
            }
        }

        problems.AddRange(byName.Keys.Order(StringComparer.Ordinal).Select(name => $"{name} is not declared"));
        if (!liveKey.SequenceEqual(declared.Key, StringComparer.Ordinal))
        {
            problems.Add($"its key is ({string.Join(", ", liveKey)}), declared ({string.Join(", ", declared.Key)})");
        }

        return problems.Count == 0
            ? additions
            : throw new PermanentException($"{declared.FullName} differs from its record in what only a person may change: {string.Join("; ", problems)}.");
    }

    private static string Say(ColumnType type, bool nullable) => nullable ? $"{type}, nullable" : $"{type}, not null";
}
