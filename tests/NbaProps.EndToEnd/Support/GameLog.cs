using System.IO.Compression;

namespace NbaProps.EndToEnd.Support;

/// <summary>The published game log, read without any of the project's own code.</summary>
internal static class GameLog
{
    /// <summary>Rows as cells by column name; the file has no quoted cells.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Read(string path)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var header = file.ReadLine()!.Split(',');
        var rows = new List<Dictionary<string, string>>();
        while (file.ReadLine() is { } line)
        {
            rows.Add(header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>Copies an archive's folder with some rows of its player and team logs changed.</summary>
    public static string Copy(string archive, string to, string season, Func<string, Dictionary<string, string>, bool> change)
    {
        foreach (var part in new[] { "nba-gamelogs", "points-lines" })
        {
            Directory.CreateDirectory(Path.Combine(to, part));
        }

        foreach (var file in Directory.GetFiles(Path.Combine(archive, "points-lines")))
        {
            File.Copy(file, Path.Combine(to, "points-lines", Path.GetFileName(file)));
        }

        foreach (var kind in new[] { "player_gamelogs", "games" })
        {
            var name = Path.Combine("nba-gamelogs", $"{kind}_{season}.csv.gz");
            using var source = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(archive, name)), CompressionMode.Decompress));
            using var target = new StreamWriter(new GZipStream(File.Create(Path.Combine(to, name)), CompressionLevel.Fastest));
            var header = source.ReadLine()!;
            target.WriteLine(header);
            var columns = header.Split(',');
            while (source.ReadLine() is { } line)
            {
                var row = columns.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
                target.WriteLine(change(kind, row) ? string.Join(',', columns.Select(column => row[column])) : line);
            }
        }

        return to;
    }

    /// <summary>Adds a free throw to a row: points, made and attempted.</summary>
    public static void AddFreeThrow(Dictionary<string, string> row)
    {
        foreach (var column in new[] { "PTS", "FTM", "FTA" })
        {
            row[column] = (int.Parse(row[column], System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
