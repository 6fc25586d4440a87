using System.Text.Json;
using System.Text.RegularExpressions;

using NbaProps.Tests.Support;

namespace NbaProps.Tests.Dependencies;

/// <summary>What a restore has resolved for a project: the file that the build itself goes by.</summary>
internal static partial class Assets
{
    // Not the folders of artifacts: one of a project that is no more, or of another branch, stays there.
    /// <summary>Those of the solution's projects that have been restored.</summary>
    public static IReadOnlyList<string> Restored { get; } =
        [.. Project().Matches(File.ReadAllText(RepositoryRoot.Of("NbaProps.sln"))).Select(project => project.Groups["name"].Value).Where(project => File.Exists(FileOf(project))).Order(StringComparer.Ordinal)];

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

    [GeneratedRegex("""(?<name>[\w.]+)\.csproj""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Project();

    // "_._" stands for nothing.
    private static bool Runs(JsonElement library) => new[] { "runtime", "native", "runtimeTargets", "resource" }.Any(kind =>
        library.TryGetProperty(kind, out var files) && files.EnumerateObject().Any(file => !file.Name.EndsWith("_._", StringComparison.Ordinal)))
        || (library.TryGetProperty("dependencies", out _) && !library.TryGetProperty("build", out _));
}
