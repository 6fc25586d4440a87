using System.Xml.Linq;

namespace NbaProps.Tests.Architecture;

/// <summary>What a project file refers to.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, IReadOnlyList<string> Frameworks, IReadOnlyList<string> Usings)
{
    public static ProjectFile Parse(string fileName, string xml)
    {
        var items = XDocument.Parse(xml).Descendants().ToArray();
        return new(
            Path.GetFileNameWithoutExtension(fileName),
            Includes("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).ToArray(),
            Includes("PackageReference").ToArray(),
            Includes("FrameworkReference").ToArray(),
            Includes("Using").ToArray());

        IEnumerable<string> Includes(string element) =>
            items.Where(item => item.Name.LocalName == element).Select(item => item.Attribute("Include")?.Value).OfType<string>();
    }

    public static ProjectFile Example(string name, params string[] projects) => new(name, projects, [], [], []);
}
