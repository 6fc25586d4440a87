using System.Globalization;

using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Espn;

/// <summary>Reads how ESPN names teams and people. Its ids are its own, digits in a text.</summary>
internal static class EspnNames
{
    /// <summary>The team of an abbreviation; null when it is on no list of ESPN's thirty.</summary>
    public static TeamTricode? TeamOrNull(PayloadNode abbreviation) =>
        TeamSpellings.TryResolve(TeamSource.Espn, abbreviation.Text(), out var team) ? team : null;

    /// <summary>The team of an abbreviation.</summary>
    public static TeamTricode Team(PayloadNode abbreviation) =>
        TeamOrNull(abbreviation) ?? throw abbreviation.Refused($"one of {string.Join(", ", TeamSpellings.All(TeamSource.Espn))}");

    /// <summary>An id.</summary>
    public static string Id(PayloadNode node) => node.Text() is { Length: > 0 } id && id.All(char.IsAsciiDigit) ? id : throw node.Refused("an id of digits in a text");

    /// <summary>A person's name, and the same as a key.</summary>
    public static (string Name, NameKey Key) Person(PayloadNode name) =>
        NameKey.TryFrom(name.Text(), out var key) ? (name.Text(), key) : throw name.Refused("a name with a letter in it");

    /// <summary>A count that is written as a text.</summary>
    public static int Count(PayloadNode node, int most) => node.DigitsBetween(0, most);

    /// <summary>Two counts that are written as one text, such as 7-12.</summary>
    public static (int Made, int Attempted) MadeAndAttempted(PayloadNode node, int most) =>
        node.Text().Split('-') is [var made, var attempted]
        && int.TryParse(made, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(attempted, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
        && first <= second
        && second <= most
            ? (first, second)
            : throw node.Refused(string.Create(CultureInfo.InvariantCulture, $"made and attempted such as 7-12, at most {most}"));
}
