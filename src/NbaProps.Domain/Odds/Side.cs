using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Odds;

/// <summary>The two sides of a line.</summary>
[JsonConverter(typeof(SideConverter))]
public enum Side
{
    /// <summary>More points than the line. Stored as <c>OVER</c>.</summary>
    Over,

    /// <summary>Fewer points than the line. Stored as <c>UNDER</c>.</summary>
    Under,
}

/// <summary>Stored names of <see cref="Side"/>.</summary>
public static class Sides
{
    internal static readonly StorageNames<Side> Names = new("a side", (Side.Over, "OVER"), (Side.Under, "UNDER"));

    /// <summary>Both sides.</summary>
    public static IReadOnlyList<Side> All => Names.All;

    /// <summary>The stored name.</summary>
    public static string ToStorageName(this Side side) => Names.NameOf(side);

    /// <summary>Reads a stored name.</summary>
    /// <exception cref="FormatException">The text is no stored name.</exception>
    public static Side Parse(string text) => Names.Parse(text);

    /// <summary>Reads a stored name; false when the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Side side) => Names.TryParse(text, out side);
}

/// <summary>JSON form of <see cref="Side"/>: its stored name.</summary>
public sealed class SideConverter() : StorageNameConverter<Side>(Sides.Names);
