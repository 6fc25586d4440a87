using NbaProps.RawProcessors.Formats;

namespace NbaProps.RawProcessors.Schedule;

/// <summary>The league's schedule.</summary>
internal static class ScheduleFormats
{
    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json("nba_schedule", "scheduleLeagueV2", root => root.Optional("leagueSchedule") is not null, (root, asOf) => SchedulePayload.Games(root, date: null, asOf)),
    ];
}
