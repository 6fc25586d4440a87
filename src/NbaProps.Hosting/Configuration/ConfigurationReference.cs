using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;

namespace NbaProps.Hosting.Configuration;

/// <summary>Writes the reference page of the options (docs/05-development/configuration.md) from the records themselves.</summary>
public static class ConfigurationReference
{
    private const string Introduction =
        """
        # Configuration

        This page is written from the option records and compared with them by a test. Sources, the later ones winning:

        1. the defaults below,
        2. `nbaprops.json` in the data directory, or the file that `--config FILE` names,
        3. environment variables: `NBAPROPS__` and the key with two underscores for each colon, for example `NBAPROPS__Runtime__Lease=5m`,
        4. the command line: `--set Runtime:Lease=5m`, as often as needed; `--data DIR` is short for `--set DataDirectory=DIR`.

        Keys do not depend on case. An unknown key, a value that cannot be read or one outside its range ends the process at start with exit
        code 2 and one line for each problem. A secret is never shown in such a line, and in mode cloud it is taken from the environment alone. A time span is written `00:05:00` or with a unit: `250ms`, `30s`, `5m`, `2h`, `1d`.

        """;

    /// <summary>The page for a root record. The same records give the same text.</summary>
    /// <param name="root">The root record's type.</param>
    public static string Markdown(Type root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        Section(page, new XmlDescriptions(), root, Activator.CreateInstance(root)!, prefix: string.Empty, description: string.Empty);
        return page.ToString();
    }

    private static void Section(StringBuilder page, XmlDescriptions docs, Type type, object defaults, string prefix, string description)
    {
        var properties = OptionShape.PropertiesOf(type);
        var sections = properties.Where(property => OptionShape.KindOf(property.PropertyType) == OptionKind.Section).ToArray();
        var rows = properties.Except(sections).ToArray();
        page.Append('\n').Append("## ").Append(prefix.Length == 0 ? "General" : prefix.TrimEnd(':')).Append('\n');
        if (description.Length > 0)
        {
            page.Append('\n').Append(description).Append('\n');
        }

        if (rows.Length > 0)
        {
            page.Append("\n| Key | Type | Default | Accepted | Meaning |\n| --- | --- | --- | --- | --- |\n");
        }

        foreach (var property in rows)
        {
            string[] cells =
            [
                $"`{prefix}{property.Name}`", TypeName(property), Default(OptionShape.KindOf(property.PropertyType), property.GetValue(defaults)), Accepted(property), docs.Of(property),
            ];
            page.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }

        foreach (var property in sections)
        {
            var nested = property.GetValue(defaults) ?? Activator.CreateInstance(property.PropertyType)!;
            Section(page, docs, nested.GetType(), nested, $"{prefix}{property.Name}:", docs.Of(property));
        }
    }

    private static string TypeName(PropertyInfo property)
    {
        var type = property.PropertyType;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var name = OptionShape.KindOf(plain) switch
        {
            OptionKind.List => $"list of {Word(OptionShape.ElementOf(plain)!)}",
            OptionKind.Dictionary => $"map to {Word(OptionShape.ValueOf(plain)!)}",
            _ => Word(plain),
        };
        return name + (OptionShape.AllowsNull(property) ? ", optional" : string.Empty) + (SecretSettings.IsSecret(property) ? ", secret" : string.Empty);
    }

    private static string Word(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => "flag",
        _ when type == typeof(int) || type == typeof(long) => "whole number",
        _ when type == typeof(double) => "number",
        _ when type == typeof(TimeSpan) => "time span",
        _ when type == typeof(Uri) => "address",
        { IsEnum: true } => "word",
        _ => type.Name,
    };

    private static string Default(OptionKind kind, object? value) => value switch
    {
        null => "none",
        string text => Code(text),
        _ when kind == OptionKind.Dictionary => Many(OptionShape.PairsOf(value).Select(pair => $"{pair.Key}={ScalarParser.Write(pair.Value)}")),
        IEnumerable list => Many(list.Cast<object>().Select(ScalarParser.Write)),
        _ => Code(ScalarParser.Write(value)),
    };

    private static string Many(IEnumerable<string> items) => items.Select(Code).ToArray() is { Length: > 0 } all ? string.Join(", ", all) : "none";

    private static string Code(string text) => text.Length == 0 ? "empty" : $"`{text}`";

    private static string Accepted(PropertyInfo property)
    {
        var rules = property.GetCustomAttributes<ValidationAttribute>(inherit: true).Select(OptionValidation.Accepted).OfType<string>().ToArray();
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return rules.Length > 0 ? string.Join("; ", rules)
            : OptionShape.KindOf(type) == OptionKind.Scalar ? ScalarParser.Accepted(type)
            : "any";
    }
}
