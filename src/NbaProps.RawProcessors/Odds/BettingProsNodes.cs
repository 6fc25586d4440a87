using System.Globalization;
using System.Text.Json;

using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Odds;

/// <summary>How BettingPros writes ids and times.</summary>
internal static class BettingProsNodes
{
    /// <summary>An id as text; BettingPros writes it as a number in one place and as digits in another.</summary>
    public static string Id(PayloadNode node) => node.Kind == JsonValueKind.String
        ? node.Text() is { Length: > 0 } id && id.All(char.IsAsciiDigit) ? id : throw node.Refused("an id of digits")
        : node.Between(0, int.MaxValue).ToString(CultureInfo.InvariantCulture);

    /// <summary>A time such as 2021-10-21 23:30:00, which is UTC.</summary>
    public static DateTimeOffset Instant(PayloadNode node) =>
        node.Kind == JsonValueKind.String
        && DateTimeOffset.TryParseExact(node.Text(), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw node.Refused("a UTC time such as 2021-10-21 23:30:00");
}
