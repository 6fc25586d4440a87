namespace NbaProps.GoogleCloud.Emulators;

/// <summary>Google's command line, with which its emulators come.</summary>
public static class GoogleCloudSdk
{
    private const string RootVariable = "CLOUDSDK_ROOT_DIR";

    /// <summary>The folder of the command line on this machine: where <c>CLOUDSDK_ROOT_DIR</c> says, or where the <c>gcloud</c> of the search path lies. Null where there is none.</summary>
    public static string? Root { get; } = Find(Environment.GetEnvironmentVariable(RootVariable), Environment.GetEnvironmentVariable("PATH"));

    internal static string? Find(string? root, string? searchPath)
    {
        var named = string.IsNullOrEmpty(root) ? [] : new[] { root };
        return named.Concat((searchPath ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(RootOf).OfType<string>())
            .FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "platform")));
    }

    // A package puts a link into the search path, an archive its own folder.
    private static string? RootOf(string folder)
    {
        var command = new FileInfo(Path.Combine(folder, "gcloud"));
        return command.Exists ? Path.GetDirectoryName(Path.GetDirectoryName((command.ResolveLinkTarget(returnFinalTarget: true) ?? command).FullName)) : null;
    }
}
