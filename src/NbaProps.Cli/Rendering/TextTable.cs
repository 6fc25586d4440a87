using System.Globalization;

using Spectre.Console;

namespace NbaProps.Cli.Rendering;

/// <summary>A table for people.</summary>
internal static class TextTable
{
    public static void Write(TextWriter output, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)).NoWrap());
        }

        var width = columns.Sum(column => column.Length);
        foreach (var row in rows)
        {
            width = Math.Max(width, row.Sum(cell => cell.Length));
            table.AddRow(row.Select(Markup.Escape).ToArray());
        }

        using var lines = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(lines), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });

        // A pipe has no width: lines are cut by whoever reads them, not by us. The widest of each column may stand in another row.
        console.Profile.Width = (width * columns.Count) + (4 * columns.Count) + 4;
        console.Write(table);

        // Blanks at a line's end would make an empty line of it where a terminal is narrower than the table.
        foreach (var line in lines.ToString().TrimEnd('\n').Split('\n'))
        {
            output.WriteLine(line.TrimEnd());
        }
    }

    public static string Text(object? value) => value switch
    {
        null => "NULL",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
