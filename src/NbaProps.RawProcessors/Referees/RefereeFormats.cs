using NbaProps.RawProcessors.Formats;

namespace NbaProps.RawProcessors.Referees;

/// <summary>The league's officials of a day.</summary>
internal static class RefereeFormats
{
    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json("nba_referees", "get-game-officials", root => root.Optional("nba") is not null, RefereePayload.Read),
    ];
}
