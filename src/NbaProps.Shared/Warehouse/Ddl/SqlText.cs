using System.Globalization;
using System.Text;

namespace NbaProps.Shared.Warehouse.Ddl;

/// <summary>Literals and names of GoogleSQL.</summary>
public static class SqlText
{
    /// <summary>The name of a type.</summary>
    public static string TypeName(ColumnType type) => type switch
    {
        ColumnType.String => "STRING",
        ColumnType.Int64 => "INT64",
        ColumnType.Float64 => "FLOAT64",
        ColumnType.Bool => "BOOL",
        ColumnType.Date => "DATE",
        ColumnType.Timestamp => "TIMESTAMP",
        _ => throw new InvalidOperationException($"Unknown column type {type}."),
    };

    /// <summary>A name in backticks: a column may be called as a reserved word is, now or in a later version.</summary>
    public static string Name(string name) => $"`{name}`";

    /// <summary>A string literal in double quotes.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' => literal.Append(@"\\"),
                '"' => literal.Append("\\\""),
                '\n' => literal.Append(@"\n"),
                '\r' => literal.Append(@"\r"),
                '\t' => literal.Append(@"\t"),
                _ when char.IsControl(letter) => literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => literal.Append(letter),
            };
        }

        return literal.Append('"').ToString();
    }
}
