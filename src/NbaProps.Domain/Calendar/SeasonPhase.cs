using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Calendar;

/// <summary>The part of a season a game belongs to. The numbers are the third digit of a game id, hence no zero.</summary>
[JsonConverter(typeof(SeasonPhaseConverter))]
public enum SeasonPhase
{
    /// <summary>Exhibition games before the season, also abroad and against foreign clubs. Stored as <c>preseason</c>.</summary>
    Preseason = 1,

    /// <summary>The 82 games that count for the standings, in-season cup games included except its final. Stored as <c>regular</c>.</summary>
    Regular = 2,

    /// <summary>All-Star week-end, Rising Stars included; its teams are none of the thirty. Stored as <c>all_star</c>.</summary>
    AllStar = 3,

    /// <summary>Best-of-seven series. Stored as <c>playoffs</c>.</summary>
    Playoffs = 4,

    /// <summary>Single games for the last playoff places, since 2020. Stored as <c>play_in</c>.</summary>
    PlayIn = 5,

    /// <summary>The in-season cup's final, since 2023; counts for neither standings nor statistics. Stored as <c>cup_final</c>.</summary>
    CupFinal = 6,
}

/// <summary>Stored names of <see cref="SeasonPhase"/>.</summary>
public static class SeasonPhases
{
    internal static readonly StorageNames<SeasonPhase> Names = new(
        "a season phase",
        (SeasonPhase.Preseason, "preseason"),
        (SeasonPhase.Regular, "regular"),
        (SeasonPhase.AllStar, "all_star"),
        (SeasonPhase.Playoffs, "playoffs"),
        (SeasonPhase.PlayIn, "play_in"),
        (SeasonPhase.CupFinal, "cup_final"));

    /// <summary>All phases, by the digit of the game id.</summary>
    public static IReadOnlyList<SeasonPhase> All => Names.All;

    /// <summary>The stored name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member.</exception>
    public static string ToStorageName(this SeasonPhase phase) => Names.NameOf(phase);

    /// <summary>Reads a stored name.</summary>
    /// <exception cref="FormatException">The text is no stored name.</exception>
    public static SeasonPhase Parse(string text) => Names.Parse(text);

    /// <summary>Reads a stored name; false when the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SeasonPhase phase) => Names.TryParse(text, out phase);
}

/// <summary>JSON form of <see cref="SeasonPhase"/>: its stored name.</summary>
public sealed class SeasonPhaseConverter() : StorageNameConverter<SeasonPhase>(SeasonPhases.Names);
