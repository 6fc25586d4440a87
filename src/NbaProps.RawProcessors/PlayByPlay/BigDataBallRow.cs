using System.Globalization;

using CsvHelper;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>The current row of a BigDataBall file. A cell that is not what it must be is refused with file, line, column and what is accepted.</summary>
internal sealed class BigDataBallRow(string path, CsvReader csv)
{
    // The same ten stand in each row, and a key is costly to make.
    private readonly Dictionary<string, NameKey?> _keys = new(StringComparer.Ordinal);

    public string? Text(string column) => csv.GetString(column).Trim() is not { Length: > 0 } text
        ? null
        : text.Contains('\0', StringComparison.Ordinal) ? throw Refused(column, "a text without NUL characters") : text;

    public GameId Game(string column) => GameId.TryParseLoose(Text(column), out var game) ? game : throw Refused(column, "a game id of ten digits, or eight without its zeros");

    public GameDate Date(string column) => GameDate.TryParse(Text(column), out var date) ? date : throw Refused(column, "a date yyyy-MM-dd");

    public int Whole(string column, int least, int most) =>
        int.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Refused(column, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));

    public double? Number(string column) => Text(column) is not { } text
        ? null
        : double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Refused(column, "a number, or nothing");

    public int Seconds(string column) =>
        TimeSpan.TryParseExact(Text(column), @"h\:mm\:ss", CultureInfo.InvariantCulture, out var time) && time.TotalSeconds <= PlayLimits.QuarterSeconds
            ? (int)time.TotalSeconds
            : throw Refused(column, "a time such as 0:11:44, up to 0:12:00");

    public TeamTricode? Team(string column) => Text(column) is not { } text
        ? null
        : TeamTricode.TryParse(text, out var team) ? team : throw Refused(column, "one of the thirty tricodes, or nothing");

    /// <summary>A person; null when the cell is empty. A league number may stand before the name, and then the name may have lost its spaces.</summary>
    public PlayPlayer? Player(string column, string? role = null)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var name = text.TrimStart(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']).TrimStart();
        var digits = text.AsSpan(0, text.Length - name.Length).TrimEnd();
        PlayerKey? id = digits.Length == 0 ? null : PlayerKey.TryParse(digits.ToString(), out var key) ? key : throw Refused(column, "a name, or the league's person id before it");
        return KeyOf(name) is not { } nameKey
            ? throw Refused(column, "a name with a letter in it")
            : new PlayPlayer(name, id is null || name.Contains(' ', StringComparison.Ordinal) ? nameKey : null, id, role);
    }

    private NameKey? KeyOf(string name)
    {
        if (!_keys.TryGetValue(name, out var key))
        {
            _keys[name] = key = NameKey.TryFrom(name, out var made) ? made : null;
        }

        return key;
    }

    public PermanentException Refused(string column, string accepted) =>
        new(OneLine.Of(string.Create(CultureInfo.InvariantCulture, $"{path}: line {csv.LineNumber}, {column}: '{OneLine.Of(csv.GetString(column), 200)}'; accepted is {accepted}")));
}
