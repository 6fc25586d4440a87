using System.IO.Compression;
using System.Text.Json;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Resilience;

namespace NbaProps.Archive;

/// <summary>
/// Gives the points lines of a book's files to games. A pair that is not on its file's date but on the next one's belongs there, unless the
/// file of that date has it too: the file of the date wins.
/// </summary>
internal sealed class LinesAssignment(IReadOnlyList<ArchiveGame> games)
{
    private readonly Dictionary<(GameDate, TeamTricode Away, TeamTricode Home), GameId> _games =
        games.ToDictionary(game => (game.Date, game.Away, game.Home), game => game.Id);

    private readonly Dictionary<GameId, IReadOnlyList<BookQuotes>> _quotes = [];
    private readonly List<LeftOutLines> _leftOut = [];

    public IReadOnlyDictionary<GameId, IReadOnlyList<BookQuotes>> Quotes => _quotes;

    public IReadOnlyList<LeftOutLines> LeftOut => _leftOut;

    public void Take(LinesFile file)
    {
        var taken = new Dictionary<GameId, BookQuotes>();
        var early = new List<(PairLines Pair, GameId Game)>();
        foreach (var pair in PairLines.Of(file.Path))
        {
            if (_games.TryGetValue((pair.FileDate, pair.Away, pair.Home), out var game))
            {
                taken[game] = new BookQuotes(file.Bookmaker, pair.Lines);
            }
            else if (_games.TryGetValue((pair.FileDate.AddDays(1), pair.Away, pair.Home), out var next))
            {
                early.Add((pair, next));
            }
            else
            {
                LeaveOut(pair, LeftOutReason.NoSuchGame);
            }
        }

        foreach (var (pair, game) in early)
        {
            if (!taken.TryAdd(game, new BookQuotes(file.Bookmaker, pair.Lines)))
            {
                LeaveOut(pair, LeftOutReason.TakenFromTheDatesOwnFile);
            }
        }

        foreach (var (game, quotes) in taken)
        {
            _quotes[game] = [.. _quotes.GetValueOrDefault(game) ?? [], quotes];
        }
    }

    private void LeaveOut(PairLines pair, LeftOutReason reason) =>
        _leftOut.Add(new LeftOutLines(pair.FileDate, pair.Written, pair.Lines.Count, reason));
}

/// <summary>A game of a book's file.</summary>
internal sealed record PairLines(GameDate FileDate, string Written, TeamTricode Away, TeamTricode Home, IReadOnlyList<BookQuote> Lines)
{
    /// <summary>The games of all files of a zip, oldest file first.</summary>
    /// <exception cref="PermanentException">A file is not what it must be: which, where, and what is accepted.</exception>
    public static IReadOnlyList<PairLines> Of(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal)).OrderBy(entry => entry.Name, StringComparer.Ordinal).SelectMany(entry => Of(path, entry))];
    }

    private static IReadOnlyList<PairLines> Of(string path, ZipArchiveEntry entry)
    {
        var where = $"{path}: {entry.Name}";
        if (!GameDate.TryParse(System.IO.Path.GetFileNameWithoutExtension(entry.Name), out var date))
        {
            throw new PermanentException($"{where}: accepted is a name such as 2022-12-27.json");
        }

        try
        {
            using var content = entry.Open();
            using var json = JsonDocument.Parse(content);
            return [.. json.RootElement.EnumerateObject().Select(game => Of(where, date, game))];
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or InvalidOperationException or KeyNotFoundException)
        {
            throw new PermanentException(
                $"{where}: {error.Message}; accepted is {{\"away @ home\": {{\"player\": {{\"pts\": {{\"line\", \"over\", \"under\"}}}}}}}}", error);
        }
    }

    private static PairLines Of(string where, GameDate date, JsonProperty game)
    {
        var teams = game.Name.Split(" @ ");
        if (teams.Length != 2
            || !TeamSpellings.TryResolve(TeamSource.DraftKings, teams[0], out var away)
            || !TeamSpellings.TryResolve(TeamSource.DraftKings, teams[1], out var home))
        {
            throw new PermanentException($"{where}: '{game.Name}'; accepted is 'away @ home' in the codes {string.Join(", ", TeamSpellings.All(TeamSource.DraftKings))}");
        }

        var lines = game.Value.EnumerateObject()
            .Where(player => player.Value.TryGetProperty("pts", out _))
            .Select(player => Quote($"{where}: {game.Name}: {player.Name}", player.Name, player.Value.GetProperty("pts")));
        return new PairLines(date, game.Name, away, home, [.. lines]);
    }

    private static BookQuote Quote(string where, string player, JsonElement quote)
    {
        var (line, over, under) = (quote.GetProperty("line"), quote.GetProperty("over"), quote.GetProperty("under"));
        return PointsLine.TryParse(line.ToString(), out var points)
            && AmericanOdds.TryParse(over.ToString(), out var overPrice)
            && AmericanOdds.TryParse(under.ToString(), out var underPrice)
                ? new BookQuote(player, points, overPrice, underPrice)
                : throw new PermanentException($"{where}: {quote.GetRawText()}; accepted is a line 0.5 to 80 and American odds");
    }
}
