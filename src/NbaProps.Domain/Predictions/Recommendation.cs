using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Predictions;

/// <summary>What a system advises on a player's points.</summary>
[JsonConverter(typeof(RecommendationConverter))]
public enum Recommendation
{
    /// <summary>More points than the line. Stored as <c>OVER</c>.</summary>
    Over,

    /// <summary>Fewer points than the line. Stored as <c>UNDER</c>.</summary>
    Under,

    /// <summary>There is a line, but no side is worth it. Stored as <c>PASS</c>.</summary>
    Pass,

    /// <summary>There is no line to take a side of. Stored as <c>NO_LINE</c>.</summary>
    NoLine,
}

/// <summary>Stored names of <see cref="Recommendation"/>.</summary>
public static class Recommendations
{
    internal static readonly StorageNames<Recommendation> Names = new(
        "a recommendation",
        (Recommendation.Over, "OVER"),
        (Recommendation.Under, "UNDER"),
        (Recommendation.Pass, "PASS"),
        (Recommendation.NoLine, "NO_LINE"));

    /// <summary>All recommendations.</summary>
    public static IReadOnlyList<Recommendation> All => Names.All;

    /// <summary>The stored name.</summary>
    public static string ToStorageName(this Recommendation recommendation) => Names.NameOf(recommendation);

    /// <summary>Reads a stored name.</summary>
    /// <exception cref="FormatException">The text is no stored name.</exception>
    public static Recommendation Parse(string text) => Names.Parse(text);

    /// <summary>Reads a stored name; false when the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Recommendation recommendation) => Names.TryParse(text, out recommendation);
}

/// <summary>JSON form of <see cref="Recommendation"/>: its stored name.</summary>
public sealed class RecommendationConverter() : StorageNameConverter<Recommendation>(Recommendations.Names);
