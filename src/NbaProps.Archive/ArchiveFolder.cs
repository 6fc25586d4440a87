using System.Collections.Concurrent;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Resilience;

namespace NbaProps.Archive;

/// <summary>A folder of past seasons as files: game logs, playoffs, points lines; any subset of seasons. A season is read when it is first asked for.</summary>
public sealed class ArchiveFolder
{
    private readonly IReadOnlyDictionary<Season, SeasonFiles> _files;
    private readonly ConcurrentDictionary<Season, Lazy<ArchiveSeason>> _seasons = new();

    private ArchiveFolder(string path, IReadOnlyDictionary<Season, SeasonFiles> files) => (Path, _files) = (path, files);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The seasons of which it has anything, oldest first.</summary>
    public IReadOnlyList<Season> Seasons => [.. _files.Keys.Order()];

    /// <summary>Everything that is wrong with a folder, one line each; empty when it can be served.</summary>
    public static IReadOnlyList<string> Problems(string path) => FolderInspection.Of(path).Problems;

    /// <summary>Opens a folder.</summary>
    /// <exception cref="PermanentException">It cannot be served; the message has one line per problem.</exception>
    public static ArchiveFolder Open(string path)
    {
        var inspection = FolderInspection.Of(path);
        return inspection.Problems.Count == 0
            ? new ArchiveFolder(path, inspection.Seasons)
            : throw new PermanentException(string.Join('\n', inspection.Problems));
    }

    /// <summary>A season, or null when the folder has nothing of it.</summary>
    internal ArchiveSeason? Find(Season season) => _files.TryGetValue(season, out var files)
        ? _seasons.GetOrAdd(season, static (key, files) => new Lazy<ArchiveSeason>(() => SeasonLoader.Load(key, files)), files).Value
        : null;
}
