using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Injuries;

/// <summary>How a gamebook lists a player.</summary>
[JsonConverter(typeof(GamebookStatusConverter))]
public enum GamebookStatus
{
    /// <summary>With a line of counts: was on court, or has 0:00. Stored as <c>active</c>.</summary>
    Active,

    /// <summary>Did not play. Stored as <c>dnp</c>.</summary>
    DidNotPlay,

    /// <summary>Did not dress. Stored as <c>dnd</c>.</summary>
    DidNotDress,

    /// <summary>Not with the team. Stored as <c>nwt</c>.</summary>
    NotWithTeam,

    /// <summary>On the list of inactive players, by his last name alone. Stored as <c>inactive</c>.</summary>
    Inactive,
}

/// <summary>Stored names of <see cref="GamebookStatus"/>.</summary>
public static class GamebookStatuses
{
    internal static readonly StorageNames<GamebookStatus> Names = new(
        "a gamebook's status",
        (GamebookStatus.Active, "active"),
        (GamebookStatus.DidNotPlay, "dnp"),
        (GamebookStatus.DidNotDress, "dnd"),
        (GamebookStatus.NotWithTeam, "nwt"),
        (GamebookStatus.Inactive, "inactive"));

    /// <summary>All statuses.</summary>
    public static IReadOnlyList<GamebookStatus> All => Names.All;

    /// <summary>The stored name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member.</exception>
    public static string ToStorageName(this GamebookStatus status) => Names.NameOf(status);

    /// <summary>Reads a stored name.</summary>
    /// <exception cref="FormatException">The text is no stored name.</exception>
    public static GamebookStatus Parse(string text) => Names.Parse(text);

    /// <summary>Reads a stored name; false when the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GamebookStatus status) => Names.TryParse(text, out status);
}

/// <summary>JSON form of <see cref="GamebookStatus"/>: its stored name.</summary>
public sealed class GamebookStatusConverter() : StorageNameConverter<GamebookStatus>(GamebookStatuses.Names);
