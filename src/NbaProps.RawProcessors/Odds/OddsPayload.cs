using System.Text.Json;

using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Odds;

/// <summary>Opens what The Odds API sends: a list of events, or an event with bookmakers, bare or as data of a historical snapshot.</summary>
internal static class OddsPayload
{
    /// <summary>What is inside the snapshot's wrapper, or the whole.</summary>
    public static PayloadNode Body(PayloadNode root) => root.Optional("data") ?? root;

    /// <summary>The snapshot's own timestamp, otherwise when the payload was captured.</summary>
    public static DateTimeOffset SeenAt(PayloadNode root, DateTimeOffset captured) => root.Optional("timestamp")?.Instant() ?? captured;

    public static bool IsEvents(PayloadNode root) => Body(root).Kind == JsonValueKind.Array;

    /// <summary>Whether it is an event with bookmakers, or an error instead of one, which is refused by its own words when it is read.</summary>
    public static bool IsEventOrError(PayloadNode root) => Body(root).Optional("bookmakers") is not null || IsError(root);

    /// <summary>The event that a payload carries; null for a list of events, which has no odds.</summary>
    /// <exception cref="PermanentException">It is neither; an error that the upstream sent instead is named.</exception>
    public static OddsEvent? EventOrNull(PayloadNode root, DateTimeOffset captured)
    {
        if (IsEvents(root))
        {
            return null;
        }

        return Body(root).Optional("bookmakers") is { } bookmakers ? OddsEvent.Of(Body(root), SeenAt(root, captured), bookmakers) : throw Refused(root);
    }

    private static bool IsError(PayloadNode root) => root.Optional("message") is { Kind: JsonValueKind.String };

    private static PermanentException Refused(PayloadNode root)
    {
        var raw = root.Element.GetRawText();
        var what = IsError(root)
            ? $"it is The Odds API's error {(root.Optional("error_code") is { Kind: JsonValueKind.String } code ? code.Text() : "without a code")}: {Cut(root.Required("message").Text())}"
            : Cut(raw);
        return new PermanentException($"{root.File}: is neither a list of events nor an event with bookmakers, bare or as data of a snapshot: {what}");
    }

    private static string Cut(string text) => text[..Math.Min(80, text.Length)];
}
