using System.IO.Compression;
using System.Text.Json;
using NbaProps.Domain.Calendar;

namespace NbaProps.Tests.Domain.Support;

/// <summary>Rows of the real files these tests read. The files have no quoted commas.</summary>
internal static class RealRows
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Csv(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var columns = reader.ReadLine()!.Split(',');
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            cells.Length.ShouldBe(columns.Length, line);
            yield return columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        }
    }

    /// <summary>One row per player and game with a points line: the file's date, both teams and the name as the book writes them, line and prices.</summary>
    public static IEnumerable<BookLine> PointsLines(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var games = JsonDocument.Parse(content);
            foreach (var game in games.RootElement.EnumerateObject())
            {
                var teams = game.Name.Split(" @ ");
                foreach (var player in game.Value.EnumerateObject())
                {
                    if (player.Value.TryGetProperty("pts", out var points))
                    {
                        yield return new BookLine(
                            GameDate.Parse(Path.GetFileNameWithoutExtension(entry.Name)), teams[0], teams[1], player.Name,
                            points.GetProperty("line").GetRawText(), points.GetProperty("over").GetString()!, points.GetProperty("under").GetString()!);
                    }
                }
            }
        }
    }

    internal sealed record BookLine(GameDate FileDate, string Away, string Home, string Player, string Line, string Over, string Under);
}
