using System.Xml.Linq;

namespace NbaProps.Shared.Deployment;

/// <summary>
/// Which paths of the repository a service is made of: a commit that touches none of them changes nothing about it. Read from the project files, so that it
/// cannot fall behind them.
/// </summary>
/// <param name="Service">The service.</param>
/// <param name="Paths">
/// Paths from the repository's root, with slashes, sorted; a folder ends with a slash. In this form they are path specifications for <c>git log -- PATHS</c>.
/// </param>
public sealed record ServiceClosure(DeployedService Service, IReadOnlyList<string> Paths)
{
    // What every build reads, and the tables that a service refuses to start without.
    private static readonly string[] OfAll =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "eng/production.globalconfig", "global.json", "schemas/"];

    /// <summary>The closures of all services, in their order.</summary>
    /// <param name="root">The repository's root.</param>
    /// <exception cref="IOException">A project file cannot be read: this is no working copy.</exception>
    public static IReadOnlyList<ServiceClosure> OfAllServices(string root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return [.. DeployedServices.All.Select(service => Of(service, path => File.ReadAllText(Path.Combine(root, path))))];
    }

    /// <summary>The closure of one.</summary>
    /// <param name="service">The service.</param>
    /// <param name="read">Reads a file of the repository by its path from the root.</param>
    public static ServiceClosure Of(DeployedService service, Func<string, string> read)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(read);
        var projects = new SortedSet<string>(StringComparer.Ordinal);
        Add(service.Project, read, projects);
        return new(service, [.. projects.Select(project => $"src/{project}/").Concat(OfAll).Append(FileOf(service)).Concat(service.OwnImage is { } image ? [image] : Array.Empty<string>()).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The file that says how a service is deployed, from the root: other memory or another variable is a change of the service too.</summary>
    public static string FileOf(DeployedService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return $"deploy/services/{service.Name}.yaml";
    }

    /// <summary>Whether a file belongs to it.</summary>
    /// <param name="path">Its path from the root, with slashes.</param>
    public bool Contains(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Paths.Any(own => own.EndsWith('/') ? path.StartsWith(own, StringComparison.Ordinal) : string.Equals(path, own, StringComparison.Ordinal));
    }

    /// <summary>Whether any of the files that a change touches belongs to it.</summary>
    public bool IsTouchedBy(IEnumerable<string> paths) => paths.Any(Contains);

    private static void Add(string project, Func<string, string> read, SortedSet<string> projects)
    {
        if (!projects.Add(project))
        {
            return;
        }

        var references = XDocument.Parse(read($"src/{project}/{project}.csproj")).Descendants("ProjectReference");
        foreach (var reference in references.Select(reference => reference.Attribute("Include")?.Value).OfType<string>())
        {
            Add(Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')), read, projects);
        }
    }
}
