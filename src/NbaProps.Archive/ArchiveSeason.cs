using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;

namespace NbaProps.Archive;

/// <summary>One season in memory. Lines of the game logs are kept as the JSON they are served as.</summary>
/// <param name="Season">Which.</param>
/// <param name="Games">All games, by date and id.</param>
/// <param name="PlayerLog">Lines of players by date.</param>
/// <param name="TeamLog">Lines of teams by date.</param>
/// <param name="Quotes">What the bookmakers offered, by game; a game that no book lists is not in it.</param>
/// <param name="LeftOut">Points lines of the files that belong to no game of the season.</param>
internal sealed record ArchiveSeason(
    Season Season,
    IReadOnlyList<ArchiveGame> Games,
    IReadOnlyDictionary<GameDate, LogRows> PlayerLog,
    IReadOnlyDictionary<GameDate, LogRows> TeamLog,
    IReadOnlyDictionary<GameId, IReadOnlyList<BookQuotes>> Quotes,
    IReadOnlyList<LeftOutLines> LeftOut);

/// <summary>A game that was played.</summary>
internal sealed record ArchiveGame(GameId Id, GameDate Date, TeamTricode Home, TeamTricode Away, int HomeScore, int AwayScore, int Overtimes);

/// <summary>Rows of a game log: JSON arrays with commas between them, apart by the part of the season.</summary>
internal sealed class LogRows
{
    private readonly SortedDictionary<SeasonPhase, MemoryStream> _rows = [];

    /// <summary>The rows of one part of the season, without brackets; empty when there are none.</summary>
    public ReadOnlySpan<byte> Of(SeasonPhase phase) =>
        _rows.TryGetValue(phase, out var rows) ? rows.GetBuffer().AsSpan(0, (int)rows.Length) : [];

    public void Add(SeasonPhase phase, ReadOnlySpan<byte> row)
    {
        if (!_rows.TryGetValue(phase, out var rows))
        {
            _rows[phase] = rows = new MemoryStream();
        }

        if (rows.Length > 0)
        {
            rows.WriteByte((byte)',');
        }

        rows.Write(row);
    }
}

/// <summary>One book's points lines for a game; none when it lists the game without any.</summary>
internal sealed record BookQuotes(string Bookmaker, IReadOnlyList<BookQuote> Lines);

/// <summary>A points line as the book has it.</summary>
internal sealed record BookQuote(string Player, PointsLine Line, AmericanOdds Over, AmericanOdds Under);

/// <summary>Points lines that are not served.</summary>
/// <param name="FileDate">Date of the file.</param>
/// <param name="Pair">The game as the book writes it.</param>
/// <param name="Lines">How many.</param>
/// <param name="Reason">Why not.</param>
internal sealed record LeftOutLines(GameDate FileDate, string Pair, int Lines, LeftOutReason Reason);

/// <summary>Why points lines are not served.</summary>
internal enum LeftOutReason
{
    /// <summary>Neither the file's date nor the next has such a game: postponed, or a play-in game.</summary>
    NoSuchGame,

    /// <summary>The next date's game, of which that date's own file has lines.</summary>
    TakenFromTheDatesOwnFile,
}
