namespace NbaProps.Tests.Support;

/// <summary>Real inputs that are not part of the repository: a folder named <c>shared</c> beside it, or beside one of the folders above it.</summary>
public static class SharedData
{
    /// <summary>The folder, or null where there is none.</summary>
    public static string? Root { get; } = Locate(AppContext.BaseDirectory);

    /// <summary>The path of a file or folder in it; the calling test is skipped, visibly, where it is absent.</summary>
    public static string Require(string relative)
    {
        Skip.If(Root is null, "There is no folder 'shared' beside the repository.");
        var path = Path.Combine(Root, relative);
        Skip.IfNot(Path.Exists(path), $"'{relative}' is not in the folder 'shared' beside the repository.");
        return path;
    }

    internal static string? Locate(string start)
    {
        var folder = new DirectoryInfo(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NbaProps.sln")))
            folder = folder.Parent;

        // A second working copy of the repository may lie deeper than the first, hence every folder above.
        for (folder = folder?.Parent; folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "data")))
                return shared;
        }

        return null;
    }
}
