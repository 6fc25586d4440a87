using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd.Support;

/// <summary>The small archive and a folder that was walked with it, made once for a class of tests; who changes the folder takes a copy.</summary>
public sealed class WalkedSmallArchive : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public WalkedSmallArchive()
    {
        (Archive, Folder) = (SmallArchive.Write(_temporary.Of("archive")), new Folder(_temporary.Of("data")));
        CommandLine.RunHere("backfill", "--from", SmallArchive.From, "--to", SmallArchive.To, "--source", $"archive:{Archive}", "--data", Folder.Path).ExitCode.ShouldBe(0);
    }

    /// <summary>The archive; not to be changed.</summary>
    public string Archive { get; }

    /// <summary>The folder that was walked over all its dates; not to be changed.</summary>
    internal Folder Folder { get; }

    /// <summary>A copy of the folder under another path.</summary>
    internal Folder CopyTo(string path) => Folder.CopyTo(path);

    public void Dispose() => _temporary.Dispose();
}
