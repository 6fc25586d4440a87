using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

using NbaProps.Domain.Calendar;

namespace NbaProps.Archive;

/// <summary>Finds the files of a folder and everything that is wrong with them before anything is served, one line per problem.</summary>
internal sealed partial class FolderInspection
{
    private const string Accepted =
        "nba-gamelogs/player_gamelogs_2022-23.csv.gz with games_2022-23.csv.gz, playoffs/P23.csv.gz, points-lines/draftkings_2022-23.zip";

    private readonly List<string> _problems = [];
    private readonly SortedDictionary<Season, SeasonFiles> _seasons = [];

    private FolderInspection(string path)
    {
        if (!Directory.Exists(path))
        {
            _problems.Add($"{path}: there is no such folder");
            return;
        }

        Take(path, "nba-gamelogs", Players(), ".csv.gz", (files, found) => files with { Players = Csv(found, Columns.PlayerFile) });
        Take(path, "nba-gamelogs", Teams(), ".csv.gz", (files, found) => files with { Teams = Csv(found, Columns.TeamFile) });
        Take(path, "playoffs", Playoffs(), ".csv.gz", (files, found) => files with { Playoffs = Csv(found, Columns.PlayoffFile) });
        Take(path, "points-lines", Lines(), ".zip", (files, found) => files with { Lines = [.. files.Lines, Zip(found)] });
        RequireWhole(path);
    }

    public IReadOnlyList<string> Problems => _problems;

    public IReadOnlyDictionary<Season, SeasonFiles> Seasons => _seasons;

    public static FolderInspection Of(string path) => new(path);

    private void Take(string folder, string sub, Regex name, string ending, Func<SeasonFiles, (string Path, Match Name), SeasonFiles> add)
    {
        var place = Path.Combine(folder, sub);
        if (!Directory.Exists(place))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(place).Where(file => file.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var match = name.Match(Path.GetFileName(path));
            if (match.Success && SeasonOf(match.Groups["season"].Value) is { } season)
            {
                _seasons[season] = add(_seasons.GetValueOrDefault(season, SeasonFiles.None), (path, match));
            }
            else if (!sub.Equals("nba-gamelogs", StringComparison.Ordinal) || !AnyGameLog().IsMatch(Path.GetFileName(path)))
            {
                // The two kinds of game log share a folder: what is neither is named once.
                if (!_problems.Exists(problem => problem.StartsWith(path + ":", StringComparison.Ordinal)))
                {
                    _problems.Add($"{path}: the name says no season; accepted are names such as {Accepted}");
                }
            }
        }
    }

    private static Season? SeasonOf(string label)
    {
        if (Season.TryParse(label, out var season))
        {
            return season;
        }

        return int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var ends) ? new Season(1999 + ends) : null;
    }

    private string Csv((string Path, Match Name) found, IReadOnlyList<string> columns)
    {
        if (CsvFile.Problem(found.Path, columns) is { } problem)
        {
            _problems.Add(problem);
        }

        return found.Path;
    }

    private LinesFile Zip((string Path, Match Name) found)
    {
        try
        {
            using var zip = ZipFile.OpenRead(found.Path);
            if (zip.Entries.Count == 0)
            {
                _problems.Add($"{found.Path}: the zip is empty; accepted is one JSON file per date, named 2022-12-27.json");
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            _problems.Add($"{found.Path}: cannot be read as a zip; it is cut off or damaged ({error.Message})");
        }

        return new LinesFile(found.Name.Groups["book"].Value, found.Path);
    }

    private void RequireWhole(string path)
    {
        if (!_seasons.Values.Any(files => files.Players is not null || files.Teams is not null || files.Playoffs is not null) && _problems.Count == 0)
        {
            _problems.Add($"{path}: no game logs in it; accepted is any of {Accepted}");
        }

        foreach (var (season, files) in _seasons.Where(pair => pair.Value.Players is null != pair.Value.Teams is null))
        {
            var missing = files.Players is null ? $"player_gamelogs_{season}.csv.gz" : $"games_{season}.csv.gz";
            _problems.Add($"{files.Players ?? files.Teams}: {missing} is missing beside it; a season needs both");
        }
    }

    [GeneratedRegex(@"^player_gamelogs_(?<season>\d{4}-\d{2})\.csv\.gz$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Players();

    [GeneratedRegex(@"^games_(?<season>\d{4}-\d{2})\.csv\.gz$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Teams();

    [GeneratedRegex(@"^(player_gamelogs|games)_\d{4}-\d{2}\.csv\.gz$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyGameLog();

    [GeneratedRegex(@"^P(?<season>\d{2})\.csv\.gz$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Playoffs();

    [GeneratedRegex(@"^(?<book>[a-z0-9]+)_(?<season>\d{4}-\d{2})\.zip$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lines();
}
