using System.Text.Json;

using NbaProps.Tests.Support;

namespace NbaProps.Tests.Dependencies;

/// <summary>What a restore has resolved for a project: the file that the build itself goes by.</summary>
internal static class Assets
{
    /// <summary>The projects that have been restored.</summary>
    public static IReadOnlyList<string> Restored { get; } =
        [.. Directory.GetDirectories(RepositoryRoot.Of(Path.Combine("artifacts", "obj"))).Where(folder => File.Exists(FileOf(Path.GetFileName(folder)))).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    /// <summary>All that a project is made of, sorted by name.</summary>
    public static IReadOnlyList<Package> Of(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(FileOf(project)));
        var root = assets.RootElement;
        var folder = root.GetProperty("packageFolders").EnumerateObject().First().Name;
        var libraries = root.GetProperty("libraries");
        return
        [
            .. root.GetProperty("targets").EnumerateObject().First(target => !target.Name.Contains('/', StringComparison.Ordinal)).Value.EnumerateObject()
                .Select(library => Read(library, libraries.GetProperty(library.Name), folder))
                .OrderBy(package => package.Name, StringComparer.Ordinal),
        ];
    }

    private static string FileOf(string project) => RepositoryRoot.Of(Path.Combine("artifacts", "obj", project, "project.assets.json"));

    private static Package Read(JsonProperty resolved, JsonElement library, string folder)
    {
        var (name, version) = (resolved.Name.Split('/')[0], resolved.Name.Split('/')[1]);
        var isOurs = library.GetProperty("type").GetString() == "project";
        string[] needs = resolved.Value.TryGetProperty("dependencies", out var dependencies) ? [.. dependencies.EnumerateObject().Select(dependency => dependency.Name)] : [];
        return isOurs
            ? new(name, version, isOurs, Runs: true, string.Empty, string.Empty, needs)
            : new(name, version, isOurs, Runs(resolved.Value), Convert.ToHexStringLower(library.GetProperty("sha512").GetBytesFromBase64()),
                Licenses.Of(name, Path.Combine(folder, library.GetProperty("path").GetString()!)), needs);
    }

    // "_._" stands for nothing.
    private static bool Runs(JsonElement library) => new[] { "runtime", "native", "runtimeTargets", "resource" }.Any(kind =>
        library.TryGetProperty(kind, out var files) && files.EnumerateObject().Any(file => !file.Name.EndsWith("_._", StringComparison.Ordinal)))
        || (library.TryGetProperty("dependencies", out _) && !library.TryGetProperty("build", out _));
}
