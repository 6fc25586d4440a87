using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Text;

namespace NbaProps.Domain;

/// <summary>
/// The league's ten digits for one game, such as 0022400561: 00 for the NBA, one digit for the phase, the last two digits of the
/// season's start year, five digits for the game.
/// </summary>
/// <remarks>
/// The leading zeros belong to it: as a number it would be another id. <c>default(GameId)</c> is no id: every use of it except equality
/// throws <see cref="InvalidOperationException"/>.
/// </remarks>
[JsonConverter(typeof(TextValueConverter<GameId>))]
public readonly record struct GameId : IComparable<GameId>, ITextValue<GameId>
{
    private const int Length = 10;
    private readonly int _digits;

    private GameId(int digits) => _digits = digits;

    static string ITextValue<GameId>.Accepted => "a game id (ten digits: 00, phase 1 to 6, two-digit season, five-digit number from 00001)";

    /// <summary>The part of the season, from the third digit.</summary>
    public SeasonPhase Phase => (SeasonPhase)(Digits / 10_000_000);

    /// <summary>The season, from digits four and five: 46 to 99 are the last century's.</summary>
    public Season Season => SeasonOf(Digits);

    /// <summary>1 to 99999: the game's number within phase and season. In playoffs its digits name round, series and game.</summary>
    public int Number => Digits % 100_000;

    private int Digits => _digits == 0 ? throw Unset.Of<GameId>() : _digits;

    /// <summary>The id of a game by its parts.</summary>
    /// <param name="season">1946-47 to 2045-46: the two digits tell no further.</param>
    /// <param name="phase">The part of the season.</param>
    /// <param name="number">1 to 99999.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is outside its range.</exception>
    public static GameId Create(Season season, SeasonPhase phase, int number)
    {
        var digits = ((int)phase * 10_000_000) + (season.StartYear % 100 * 100_000) + number;
        if (!Enum.IsDefined(phase))
            throw new ArgumentOutOfRangeException(nameof(phase), phase, "Not a season phase.");
        if (number is < 1 or > 99_999)
            throw new ArgumentOutOfRangeException(nameof(number), number, "A game's number is 1 to 99999.");
        return SeasonOf(digits) == season
            ? new GameId(digits)
            : throw new ArgumentOutOfRangeException(nameof(season), season, "Game ids can name the seasons 1946-47 to 2045-46.");
    }

    /// <summary>Reads ten digits.</summary>
    /// <exception cref="FormatException">The text is not a game id.</exception>
    public static GameId Parse(string text) => TextValue.Parse<GameId>(text);

    /// <summary>Reads ten digits; false when the text is anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GameId value)
    {
        value = default;
        if (text?.Length != Length || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return false;
        if (digits is < 10_000_000 or > 69_999_999 || digits % 100_000 == 0)
            return false;
        value = new GameId(digits);
        return true;
    }

    /// <summary>Reads ten digits, or the eight that are left when a source took the id for a number (BigDataBall: 42400407).</summary>
    /// <remarks>Only where a source is known to do so; nothing else is repaired.</remarks>
    public static bool TryParseLoose([NotNullWhen(true)] string? text, out GameId value)
        => TryParse(text?.Length == Length - 2 ? "00" + text : text, out value);

    /// <summary>Orders by the ten digits.</summary>
    public int CompareTo(GameId other) => Digits.CompareTo(other.Digits);

    /// <summary>The ten digits.</summary>
    public override string ToString() => Digits.ToString("0000000000", CultureInfo.InvariantCulture);

    private static Season SeasonOf(int digits)
    {
        var year = digits / 100_000 % 100;
        return new Season(year >= 46 ? 1900 + year : 2000 + year);
    }
}
