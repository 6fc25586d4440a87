using System.Text;
using System.Text.Json;

using NbaProps.RawProcessors.Formats;

namespace NbaProps.RawProcessors.Espn;

/// <summary>What ESPN sends.</summary>
internal static class EspnFormats
{
    private const string Source = "espn";

    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json(Source, "scoreboard", root => root.Optional("events") is not null, EspnScoreboardPayload.Read),
        PayloadFormat.Json(Source, "roster", root => root.Optional("team")?.Optional("athletes") is not null, EspnRosterPayload.Read),
        PayloadFormat.Json(Source, "box score", root => root.Kind == JsonValueKind.Array && EspnBoxScorePayload.IsBoxScore(root.Element), EspnBoxScorePayload.Read),
        PayloadFormat.Other(Source, "page of a box score", IsBoxScorePage, EspnBoxScorePayload.ReadPage),
    ];

    private static bool IsBoxScorePage(RawPayload payload) => payload.IsPage && payload.Bytes.Span.IndexOf(Encoding.UTF8.GetBytes(EspnBoxScorePayload.Mark)) >= 0;
}
