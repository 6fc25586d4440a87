using NbaProps.Tests.Support;

namespace NbaProps.Tests.Architecture;

/// <summary>The files of the working copy that a person wrote.</summary>
internal static class Repository
{
    private static readonly string[] NotWritten = ["bin", "obj", "artifacts", "TestResults", ".nbaprops", "node_modules"];

    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".targets", ".md", ".json", ".yaml", ".yml", ".sh", ".sql", ".txt", ".css", ".js", ".html", ".xml", ".globalconfig", ".http", ".template", ""];

    private static readonly Lazy<SourceFile[]> AllSources = new(() => Read("src").Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).ToArray());

    private static readonly Lazy<ProjectFile[]> AllProjects = new(() =>
        Read("src").Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => ProjectFile.Parse(file.Name, file.Text)).ToArray());

    /// <summary>C# under src.</summary>
    public static IReadOnlyList<SourceFile> Sources => AllSources.Value;

    /// <summary>Projects under src.</summary>
    public static IReadOnlyList<ProjectFile> Projects => AllProjects.Value;

    /// <summary>Text files under some folders; a folder that does not exist has none.</summary>
    public static IEnumerable<SourceFile> Read(params string[] folders) => folders
        .Select(RepositoryRoot.Of)
        .Where(Directory.Exists)
        .SelectMany(folder => Files(new DirectoryInfo(folder)))
        .OrderBy(file => file.FullName, StringComparer.Ordinal)
        .Select(file => new SourceFile(Path.GetRelativePath(RepositoryRoot.Path, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)));

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder
        .EnumerateFiles()
        .Where(file => TextEndings.Contains(file.Extension))
        .Concat(folder.EnumerateDirectories().Where(inner => !NotWritten.Contains(inner.Name)).SelectMany(Files));
}
