using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Predictions;

/// <summary>What became of a prediction. Only <see cref="Correct"/> and <see cref="Wrong"/> count towards a rate.</summary>
[JsonConverter(typeof(GradeConverter))]
public enum Grade
{
    /// <summary>The side taken was right. Stored as <c>correct</c>.</summary>
    Correct,

    /// <summary>The side taken was wrong. Stored as <c>wrong</c>.</summary>
    Wrong,

    /// <summary>The points equalled the line; stakes are returned. Stored as <c>push</c>.</summary>
    Push,

    /// <summary>The player did not play, or the game not on its date; stakes are returned. Stored as <c>void</c>.</summary>
    Void,

    /// <summary>The game is not final. Stored as <c>pending</c>.</summary>
    Pending,

    /// <summary>No side was taken, or there was no line. Stored as <c>not_gradable</c>.</summary>
    NotGradable,
}

/// <summary>Stored names of <see cref="Grade"/>.</summary>
public static class Grades
{
    internal static readonly StorageNames<Grade> Names = new(
        "a grade",
        (Grade.Correct, "correct"),
        (Grade.Wrong, "wrong"),
        (Grade.Push, "push"),
        (Grade.Void, "void"),
        (Grade.Pending, "pending"),
        (Grade.NotGradable, "not_gradable"));

    /// <summary>All grades.</summary>
    public static IReadOnlyList<Grade> All => Names.All;

    /// <summary>The stored name.</summary>
    public static string ToStorageName(this Grade grade) => Names.NameOf(grade);

    /// <summary>Reads a stored name.</summary>
    /// <exception cref="FormatException">The text is no stored name.</exception>
    public static Grade Parse(string text) => Names.Parse(text);

    /// <summary>Reads a stored name; false when the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Grade grade) => Names.TryParse(text, out grade);
}

/// <summary>JSON form of <see cref="Grade"/>: its stored name.</summary>
public sealed class GradeConverter() : StorageNameConverter<Grade>(Grades.Names);
