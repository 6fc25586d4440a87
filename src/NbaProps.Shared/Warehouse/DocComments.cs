using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NbaProps.Shared.Warehouse;

/// <summary>The XML documentation that the compiler wrote beside an assembly: the one place where a column is described.</summary>
internal sealed partial class DocComments
{
    private static readonly ConcurrentDictionary<Assembly, DocComments> Cache = new();

    private readonly Dictionary<string, string> _summaries;

    private DocComments(XDocument? document) => _summaries = document?.Descendants("member").ToDictionary(
        member => member.Attribute("name")!.Value,
        member => Text(member.Element("summary")),
        StringComparer.Ordinal) ?? [];

    /// <summary>The documentation of an assembly, from the file beside it; no descriptions where that is absent.</summary>
    public static DocComments Of(Assembly assembly) => Cache.GetOrAdd(assembly, static key =>
    {
        var path = Path.Combine(AppContext.BaseDirectory, key.GetName().Name + ".xml");
        return new DocComments(File.Exists(path) ? XDocument.Load(path, LoadOptions.PreserveWhitespace) : null);
    });

    /// <summary>The documentation in a compiler's XML.</summary>
    public static DocComments From(XDocument document) => new(document);

    /// <summary>The summary of a type; empty where the documentation file is absent.</summary>
    public string Type(Type type) => Find("T:" + Name(type));

    /// <summary>The summary of a property; empty where the documentation file is absent.</summary>
    public string Property(PropertyInfo property)
    {
        var declaring = property.DeclaringType!;
        var docs = declaring.Assembly == property.ReflectedType!.Assembly ? this : Of(declaring.Assembly);
        return docs.Find($"P:{Name(declaring)}.{property.Name}");
    }

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string Text(XElement? summary)
    {
        if (summary is null)
        {
            return string.Empty;
        }

        // Markup becomes plain words: the text of an element where it has one, otherwise what it refers to.
        foreach (var element in summary.Descendants().ToList())
        {
            if (element.Value.Length == 0)
            {
                element.ReplaceWith(Referred(element));
            }
            else if (string.Equals(element.Name.LocalName, "para", StringComparison.Ordinal))
            {
                element.AddAfterSelf(" ");
            }
        }

        return Spaces().Replace(summary.Value, " ").Trim();
    }

    // cref is T:A.B.Name, T:A.B.Name`1 or M:A.B.Name(A.B.Parameter).
    private static string Referred(XElement element) =>
        element.Attribute("cref")?.Value.Split('(')[0].Split('.')[^1].Split('`')[0].Split(':')[^1]
        ?? element.Attribute("langword")?.Value
        ?? element.Attribute("name")?.Value
        ?? string.Empty;

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    private string Find(string member) => _summaries.GetValueOrDefault(member, string.Empty);
}
