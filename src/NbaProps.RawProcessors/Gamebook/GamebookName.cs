using NbaProps.Domain;
using NbaProps.Domain.Players;
using NbaProps.Shared.Quality;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>Who a name of a gamebook is.</summary>
/// <param name="PlayerId">The league's id; null when it cannot be told.</param>
/// <param name="Key">The name to store: the resolved player's for a last name alone.</param>
/// <param name="Status">resolved, ambiguous or not_found.</param>
/// <param name="Confidence">0 to 1; null when nobody was found.</param>
/// <param name="Method">What told; null when nothing did.</param>
internal sealed record GamebookName(PlayerKey? PlayerId, NameKey Key, string Status, double? Confidence, string? Method)
{
    private const double OneOfSeveral = 0.6;

    public static GamebookName Resolved(PlayerKey player, NameKey key, string method) => new(player, key, "resolved", 1.0, method);

    public static GamebookName Ambiguous(NameKey key) => new(null, key, "ambiguous", OneOfSeveral, null);

    public static GamebookName NotFound(NameKey key) => new(null, key, "not_found", null, null);

    public static GamebookName Of(LastNameResolution answer, NameKey written) => answer.Player is { } player
        ? new(player.PlayerId, player.Name.Key, answer.Status, answer.Confidence, MethodOf(answer.Method))
        : new(null, written, answer.Status, answer.Confidence, null);

    private static string? MethodOf(LastNameMethod method) => method switch
    {
        LastNameMethod.Roster => "roster",
        LastNameMethod.Suffix => "suffix",
        LastNameMethod.InjuryList => "injury_list",
        _ => null,
    };
}
