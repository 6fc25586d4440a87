using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Calendar;

/// <summary>A league season, named by the two calendar years it spans; written "2022-23".</summary>
/// <remarks><c>default(Season)</c> is no season: every use of it except equality throws <see cref="InvalidOperationException"/>.</remarks>
[JsonConverter(typeof(TextValueConverter<Season>))]
public readonly record struct Season : IComparable<Season>, ITextValue<Season>
{
    private const int FirstYear = 1946;
    private const int LastYear = 2198;
    private readonly int _startYear;

    /// <summary>The season that starts in a calendar year.</summary>
    /// <param name="startYear">1946, the league's first, to 2198.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside the range.</exception>
    public Season(int startYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startYear, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startYear, LastYear);
        _startYear = startYear;
    }

    static string ITextValue<Season>.Accepted => "a season (two consecutive years such as 2022-23)";

    /// <summary>The calendar year in which it starts: 2022 for 2022-23.</summary>
    public int StartYear => _startYear == 0 ? throw Unset.Of<Season>() : _startYear;

    /// <summary>The calendar year in which it ends: 2023 for 2022-23.</summary>
    public int EndYear => StartYear + 1;

    /// <summary>"2022-23".</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"{StartYear}-{EndYear % 100:00}");

    /// <summary>The season after this one.</summary>
    public Season Next => new(StartYear + 1);

    /// <summary>The season before this one.</summary>
    public Season Previous => new(StartYear - 1);

    /// <summary>Whether the left season is earlier.</summary>
    public static bool operator <(Season left, Season right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left season is later.</summary>
    public static bool operator >(Season left, Season right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left season is earlier or the same.</summary>
    public static bool operator <=(Season left, Season right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left season is later or the same.</summary>
    public static bool operator >=(Season left, Season right) => left.CompareTo(right) >= 0;

    /// <summary>The season a game date falls in; days between two seasons count to the one that ended.</summary>
    /// <remarks>
    /// A season begins on 16 September: pre-season games were played as early as 28 September (2018), and finals no later than 20 July
    /// (2021). The exception is 2020, when 2019-20 was finished in the Orlando bubble (last final 11 October 2020) and 2020-21 began in
    /// December: dates up to 30 November 2020 belong to 2019-20. Where a game id is at hand, <see cref="GameId.Season"/> needs no rule.
    /// </remarks>
    public static Season FromGameDate(GameDate date)
    {
        var begins = date.Year == 2020 ? new GameDate(2020, 12, 1) : new GameDate(date.Year, 9, 16);
        return new Season(date >= begins ? date.Year : date.Year - 1);
    }

    /// <summary>Reads "2022-23".</summary>
    /// <exception cref="FormatException">The text is not a season.</exception>
    public static Season Parse(string text) => TextValue.Parse<Season>(text);

    /// <summary>Reads "2022-23"; false when the text is anything else, such as two years that do not follow each other.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Season value)
    {
        value = default;
        if (text is not { Length: 7 } || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return false;
        if (year is < FirstYear or > LastYear || !string.Equals(new Season(year).Label, text, StringComparison.Ordinal))
            return false;
        value = new Season(year);
        return true;
    }

    /// <summary>Reads the league's SEASON_ID, such as 22022; false when its first digit is no phase or its year no season.</summary>
    /// <param name="seasonId">Phase digit, then the four digits of the start year.</param>
    /// <param name="season">The season.</param>
    /// <param name="phase">The phase.</param>
    public static bool TryFromNbaSeasonId(int seasonId, out Season season, out SeasonPhase phase)
    {
        var (digit, year) = Math.DivRem(seasonId, 10_000);
        phase = (SeasonPhase)digit;
        var known = Enum.IsDefined(phase) && year is >= FirstYear and <= LastYear;
        season = known ? new Season(year) : default;
        return known;
    }

    /// <summary>The league's SEASON_ID: the phase digit, then the start year, such as 22022 for the regular season 2022-23.</summary>
    public int NbaSeasonId(SeasonPhase phase) => ((int)phase * 10_000) + StartYear;

    /// <inheritdoc />
    public int CompareTo(Season other) => StartYear.CompareTo(other.StartYear);

    /// <summary>"2022-23".</summary>
    public override string ToString() => Label;
}
