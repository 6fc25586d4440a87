using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NbaProps.Hosting.Configuration;

/// <summary>The summaries of doc comments, from the XML files that the compiler wrote beside the assemblies.</summary>
internal sealed partial class XmlDescriptions
{
    private readonly Dictionary<Assembly, Dictionary<string, string>> _files = [];

    /// <summary>The summary of a type; empty where there is none.</summary>
    public string Of(Type type) => Find(type.Assembly, "T:" + NameOf(type));

    /// <summary>The summary of a property; empty where there is none.</summary>
    public string Of(PropertyInfo property) => Find(property.DeclaringType!.Assembly, $"P:{NameOf(property.DeclaringType)}.{property.Name}");

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private string Find(Assembly assembly, string member)
    {
        if (!_files.TryGetValue(assembly, out var members))
        {
            var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
            members = File.Exists(path)
                ? XDocument.Load(path).Descendants("member").ToDictionary(
                    element => element.Attribute("name")!.Value, element => Text(element.Element("summary")), StringComparer.Ordinal)
                : [];
            _files[assembly] = members;
        }

        return members.GetValueOrDefault(member, string.Empty);
    }

    private static string Text(XElement? summary)
    {
        foreach (var element in summary?.Descendants().ToList() ?? [])
        {
            var name = (element.Attribute("cref")?.Value.Split('.')[^1] ?? element.Attribute("langword")?.Value ?? element.Attribute("name")?.Value)
                ?? (element.Name.LocalName == "c" ? $"`{element.Value}`" : element.Value);
            element.ReplaceWith(name);
        }

        return Spaces().Replace(summary?.Value ?? string.Empty, " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
