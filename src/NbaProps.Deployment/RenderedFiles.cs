using System.Text.Json.Nodes;

using NbaProps.Deployment.Declaring;
using NbaProps.Deployment.Rendering;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Deployment;

/// <summary>A file of the deployment.</summary>
/// <param name="Path">Below the folder, with slashes.</param>
/// <param name="Text">What is in it.</param>
public sealed record RenderedFile(string Path, string Text);

/// <summary>What is deployed, as files that Google's command line and interfaces take: rendered from the manifest, and compared with those of the repository.</summary>
public static class RenderedFiles
{
    private const string FirstLine = "# Written by ./nbaprops deploy render; deploy/fill.sh puts in what an installation has of its own.\n";

    // Folders in which every file is rendered: one that is not is left over from something that is gone.
    private static readonly string[] Whole = ["services", "alerts", "metrics"];

    /// <summary>All files of a pipeline's deployment.</summary>
    public static IReadOnlyList<RenderedFile> Of(PipelineManifest manifest) =>
    [
        .. Services.All.Select(declaration => new RenderedFile($"services/{declaration.Service.Name}.yaml", FirstLine + YamlText.Of(CloudRunService.Of(declaration)))),
        Json("pubsub.json", PubSubFile.Of(manifest)),
        Json("schedules.json", SchedulesFile.Of()),
        Json("iam.json", IamFile.Of(manifest)),
        Json("datasets.json", DatasetsFile.Of(manifest)),
        .. Alerts.All.Select(alert => Json($"alerts/{alert.File}.json", AlertFiles.Of(alert))),
        Json($"metrics/{Alerts.Looks}.json", AlertFiles.Looks()),
        new("project.env.example", ProjectFile.Text),
    ];

    /// <summary>What differs in a folder: a line for each file, in the order of their names; empty when all is as it should be.</summary>
    public static IReadOnlyList<string> Check(IReadOnlyList<RenderedFile> files, string directory)
    {
        ArgumentNullException.ThrowIfNull(files);
        return
        [
            .. files.Where(file => !IsThere(file, directory)).Select(file => $"{file.Path} {(File.Exists(Path.Combine(directory, file.Path)) ? "differs" : "is missing")}")
                .Concat(Left(files, directory).Select(path => $"{path} is not declared"))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Writes what differs and removes what is not declared.</summary>
    /// <returns>The files written or removed, below the folder.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(IReadOnlyList<RenderedFile> files, string directory, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        var changed = new List<string>();
        foreach (var file in files.Where(file => !IsThere(file, directory)))
        {
            var path = Path.Combine(directory, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Text, cancellationToken);
            changed.Add(file.Path);
        }

        foreach (var path in Left(files, directory).ToArray())
        {
            File.Delete(Path.Combine(directory, path));
            changed.Add(path);
        }

        return changed;
    }

    private static bool IsThere(RenderedFile file, string directory)
    {
        var path = Path.Combine(directory, file.Path);
        return File.Exists(path) && string.Equals(File.ReadAllText(path), file.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Left(IReadOnlyList<RenderedFile> files, string directory) => Whole
        .Where(folder => Directory.Exists(Path.Combine(directory, folder)))
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(directory, folder)).Select(path => $"{folder}/{Path.GetFileName(path)}"))
        .Except(files.Select(file => file.Path), StringComparer.Ordinal);

    private static RenderedFile Json(string path, JsonNode document) => new(path, JsonText.Of(document));
}
