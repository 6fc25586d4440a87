using System.Globalization;

using CsvHelper;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Resilience;

namespace NbaProps.Archive;

/// <summary>The current row of a CSV file. A cell that is not what it must be is refused with file, line, column and what is accepted.</summary>
internal sealed class ArchiveRow(string path, CsvReader csv)
{
    public string Text(string column) => csv.GetString(column);

    public string? TextOrNull(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public int Whole(string column)
    {
        // Some files write whole numbers as -5.0.
        return decimal.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue
                ? (int)number
                : throw Refused(column, "a whole number");
    }

    public long Number(string column) => long.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Refused(column, "a whole number above zero");

    public decimal? Decimal(string column) => TextOrNull(column) is not { } text
        ? null
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refused(column, "a number, or nothing");

    public GameDate Date(string column) => GameDate.TryParse(Text(column), out var date) ? date : throw Refused(column, "a date yyyy-MM-dd");

    public GameId Game(string column) => GameId.TryParse(Text(column), out var game) ? game : throw Refused(column, "a game id of ten digits");

    public TeamTricode Team(string column) => TeamTricode.TryParse(Text(column), out var team) ? team : throw Refused(column, "a team's tricode");

    /// <summary>Home and visiting team of <c>BOS vs. PHI</c> or <c>PHI @ BOS</c>.</summary>
    public (TeamTricode Home, TeamTricode Away) Matchup(string column)
    {
        var words = Text(column).Split(' ');
        if (words is [var first, "vs." or "@", var second] && TeamTricode.TryParse(first, out var own) && TeamTricode.TryParse(second, out var other))
        {
            return words[1] is "@" ? (other, own) : (own, other);
        }

        throw Refused(column, "'BOS vs. PHI' or 'PHI @ BOS'");
    }

    private PermanentException Refused(string column, string accepted) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}: line {csv.LineNumber}, {column}: '{Text(column)}'; accepted is {accepted}"));
}
