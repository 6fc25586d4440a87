using System.Text.RegularExpressions;

namespace NbaProps.Embedded.Sqlite;

/// <summary>Names that may stand in a statement's text. They come from our own records, and are checked all the same.</summary>
internal static partial class SqlNames
{
    /// <summary>
    /// The name in brackets. Not in double quotes: SQLite takes a quoted name that no column has for a text, and a read of a missing column
    /// would answer the column's name as its value.
    /// </summary>
    /// <exception cref="ArgumentException">It is not lower-case letters, digits and underscores.</exception>
    public static string Quote(string name) => IsName(name)
        ? $"[{name}]"
        : throw new ArgumentException($"'{name}' is no name of a dataset, table or column: lower-case letters, digits and _, a letter first.", nameof(name));

    /// <summary>The names in brackets, with commas between.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));

    /// <summary>Whether a text is such a name.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    [GeneratedRegex("^[a-z][a-z0-9_]{0,99}\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
