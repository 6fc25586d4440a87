using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Injuries;

/// <summary>How the league's injury report says a player stands towards a game.</summary>
[JsonConverter(typeof(InjuryStatusConverter))]
public enum InjuryStatus
{
    /// <summary>Will play. Stored as <c>available</c>.</summary>
    Available,

    /// <summary>Is likely to play. Stored as <c>probable</c>.</summary>
    Probable,

    /// <summary>May play or not. Stored as <c>questionable</c>.</summary>
    Questionable,

    /// <summary>Is unlikely to play. Stored as <c>doubtful</c>.</summary>
    Doubtful,

    /// <summary>Will not play. Stored as <c>out</c>.</summary>
    Out,
}

/// <summary>Names of <see cref="InjuryStatus"/>: stored in lower case, written by the league with a capital.</summary>
public static class InjuryStatuses
{
    internal static readonly StorageNames<InjuryStatus> Names = new(
        "an injury status",
        (InjuryStatus.Available, "available"),
        (InjuryStatus.Probable, "probable"),
        (InjuryStatus.Questionable, "questionable"),
        (InjuryStatus.Doubtful, "doubtful"),
        (InjuryStatus.Out, "out"));

    private static readonly StorageNames<InjuryStatus> Written = new(
        "a status of the injury report",
        (InjuryStatus.Available, "Available"),
        (InjuryStatus.Probable, "Probable"),
        (InjuryStatus.Questionable, "Questionable"),
        (InjuryStatus.Doubtful, "Doubtful"),
        (InjuryStatus.Out, "Out"));

    /// <summary>All statuses, from playing to not playing.</summary>
    public static IReadOnlyList<InjuryStatus> All => Names.All;

    /// <summary>The stored name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member.</exception>
    public static string ToStorageName(this InjuryStatus status) => Names.NameOf(status);

    /// <summary>The word of the league's report: Out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member.</exception>
    public static string ToReportName(this InjuryStatus status) => Written.NameOf(status);

    /// <summary>Reads a stored name.</summary>
    /// <exception cref="FormatException">The text is no stored name.</exception>
    public static InjuryStatus Parse(string text) => Names.Parse(text);

    /// <summary>Reads a stored name; false when the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out InjuryStatus status) => Names.TryParse(text, out status);

    /// <summary>Reads the word of the league's report; false when the text is none, in other letters too.</summary>
    public static bool TryParseReport([NotNullWhen(true)] string? text, out InjuryStatus status) => Written.TryParse(text, out status);
}

/// <summary>JSON form of <see cref="InjuryStatus"/>: its stored name.</summary>
public sealed class InjuryStatusConverter() : StorageNameConverter<InjuryStatus>(InjuryStatuses.Names);
