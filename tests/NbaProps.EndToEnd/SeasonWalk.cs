using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>One walk from the season's first night to the day after a game day, for the tests that only read.</summary>
public sealed class SeasonWalk : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private Folder? _folder;

    internal Folder Folder(string archive, string until)
    {
        if (_folder is null)
        {
            var path = _temporary.Of("data");
            var run = CommandLine.RunHere("backfill", "--data", path, "--from", "2022-10-18", "--to", until, "--source", $"archive:{archive}");
            (run.ExitCode, run.Errors).ShouldBe((0, run.Errors), run.Output);
            _folder = new Folder(path);
        }

        return _folder;
    }

    public void Dispose() => _temporary.Dispose();
}
