using NbaProps.Embedded;

namespace NbaProps.Contracts;

/// <summary>A data folder of one test, removed afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nbaprops-contracts-");

    public string Path => _folder.FullName;

    public EmbeddedOptions Options => new() { DataDirectory = Path };

    public void Dispose() => _folder.Delete(recursive: true);
}
