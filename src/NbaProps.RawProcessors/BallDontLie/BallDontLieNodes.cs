using NbaProps.Domain.Players;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.BallDontLie;

/// <summary>What balldontlie's payloads have in common: a list named data, numbers of their own, names in two parts.</summary>
internal static class BallDontLieNodes
{
    /// <summary>The first of the list; null when the payload is none of balldontlie's or the list is empty.</summary>
    public static PayloadNode? First(PayloadNode root) =>
        root.Optional("data") is { Kind: System.Text.Json.JsonValueKind.Array } data ? data.Items().Cast<PayloadNode?>().FirstOrDefault() : null;

    /// <summary>Whether the payload is a list without anything in it.</summary>
    public static bool IsEmpty(PayloadNode root) =>
        root.Optional("data") is { Kind: System.Text.Json.JsonValueKind.Array } data && !data.Items().Any();

    /// <summary>A number of its own, above zero.</summary>
    /// <exception cref="PermanentException">It is none.</exception>
    public static long Number(PayloadNode id) =>
        id.Number() is var number and > 0 and <= long.MaxValue && decimal.IsInteger(number) ? (long)number : throw id.Refused("a whole number above zero");

    /// <summary>The name of a player, whole and as a key.</summary>
    /// <exception cref="PermanentException">There is none.</exception>
    public static (string Name, NameKey Key) Name(PayloadNode player)
    {
        var family = player.Required("last_name");
        var name = string.Join(' ', new[] { player.Required("first_name").Text().Trim(), family.Text().Trim() }.Where(part => part.Length > 0));
        return (name, BoxScoreFacts.Name(name, family));
    }
}
