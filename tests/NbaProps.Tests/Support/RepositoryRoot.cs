namespace NbaProps.Tests.Support;

/// <summary>The folder of the working copy that these tests were built from.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds <c>NbaProps.sln</c>.</summary>
    public static string Path { get; } = Locate(AppContext.BaseDirectory);

    /// <summary>A path below it.</summary>
    public static string Of(string relative) => System.IO.Path.Combine(Path, relative);

    internal static string Locate(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "NbaProps.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"Neither '{start}' nor a folder above it holds NbaProps.sln.");
    }
}
