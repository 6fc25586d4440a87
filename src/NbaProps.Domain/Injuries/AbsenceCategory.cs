using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Injuries;

/// <summary>The kind of reason that the league gives for a player who may not play, in injury reports and in gamebooks.</summary>
[JsonConverter(typeof(AbsenceCategoryConverter))]
public enum AbsenceCategory
{
    /// <summary>"Injury/Illness - Left Knee; Surgery". Stored as <c>injury_illness</c>.</summary>
    InjuryIllness,

    /// <summary>"G League - Two-Way", "G League - On Assignment". Stored as <c>g_league</c>.</summary>
    GLeague,

    /// <summary>"Rest". Stored as <c>rest</c>.</summary>
    Rest,

    /// <summary>"Personal Reasons". Stored as <c>personal</c>.</summary>
    Personal,

    /// <summary>"League Suspension", "Team Suspension". Stored as <c>suspension</c>.</summary>
    Suspension,

    /// <summary>"Trade Pending". Stored as <c>trade</c>.</summary>
    Trade,

    /// <summary>"Not With Team". Stored as <c>not_with_team</c>.</summary>
    NotWithTeam,

    /// <summary>Any other: "Coach's Decision", "Return to Competition Reconditioning". Stored as <c>other</c>.</summary>
    Other,
}

/// <summary>Stored names of <see cref="AbsenceCategory"/>, and the category of a reason.</summary>
public static class AbsenceCategories
{
    internal static readonly StorageNames<AbsenceCategory> Names = new(
        "a category of absence",
        (AbsenceCategory.InjuryIllness, "injury_illness"),
        (AbsenceCategory.GLeague, "g_league"),
        (AbsenceCategory.Rest, "rest"),
        (AbsenceCategory.Personal, "personal"),
        (AbsenceCategory.Suspension, "suspension"),
        (AbsenceCategory.Trade, "trade"),
        (AbsenceCategory.NotWithTeam, "not_with_team"),
        (AbsenceCategory.Other, "other"));

    private static readonly (string Beginning, AbsenceCategory Category)[] Beginnings =
    [
        ("injury", AbsenceCategory.InjuryIllness), ("illness", AbsenceCategory.InjuryIllness), ("g league", AbsenceCategory.GLeague), ("g-league", AbsenceCategory.GLeague),
        ("rest", AbsenceCategory.Rest), ("personal", AbsenceCategory.Personal), ("league suspension", AbsenceCategory.Suspension),
        ("team suspension", AbsenceCategory.Suspension), ("suspension", AbsenceCategory.Suspension), ("suspended", AbsenceCategory.Suspension),
        ("trade", AbsenceCategory.Trade), ("not with team", AbsenceCategory.NotWithTeam),
    ];

    /// <summary>All categories.</summary>
    public static IReadOnlyList<AbsenceCategory> All => Names.All;

    /// <summary>The category of a reason, by the words it begins with; null when no reason is given.</summary>
    public static AbsenceCategory? Of(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return null;
        var text = reason.Trim();
        foreach (var (beginning, category) in Beginnings)
        {
            // Whole words: "Restricted" is no rest.
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && (text.Length == beginning.Length || !char.IsLetterOrDigit(text[beginning.Length])))
                return category;
        }

        return AbsenceCategory.Other;
    }

    /// <summary>The stored name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member.</exception>
    public static string ToStorageName(this AbsenceCategory category) => Names.NameOf(category);

    /// <summary>Reads a stored name.</summary>
    /// <exception cref="FormatException">The text is no stored name.</exception>
    public static AbsenceCategory Parse(string text) => Names.Parse(text);

    /// <summary>Reads a stored name; false when the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AbsenceCategory category) => Names.TryParse(text, out category);
}

/// <summary>JSON form of <see cref="AbsenceCategory"/>: its stored name.</summary>
public sealed class AbsenceCategoryConverter() : StorageNameConverter<AbsenceCategory>(AbsenceCategories.Names);
