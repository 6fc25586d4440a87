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

    private DocComments(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        _summaries = File.Exists(path)
            ? XDocument.Load(path).Descendants("member").ToDictionary(
                member => member.Attribute("name")!.Value,
                member => Text(member.Element("summary")),
                StringComparer.Ordinal)
            : [];
    }

    public static DocComments Of(Assembly assembly) => Cache.GetOrAdd(assembly, static key => new DocComments(key));

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

        // <see cref="T:A.B.C"/> and <c>x</c> become plain words.
        foreach (var reference in summary.Descendants("see").ToList())
        {
            reference.ReplaceWith((reference.Attribute("cref")?.Value ?? string.Empty).Split('.')[^1]);
        }

        return Spaces().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    private string Find(string member) => _summaries.GetValueOrDefault(member, string.Empty);
}
