using NbaProps.RawProcessors.BoxScores;
using NbaProps.RawProcessors.Payloads;
using NbaProps.RawProcessors.Schedule;

namespace NbaProps.RawProcessors.Formats;

/// <summary>What the league's own sites send.</summary>
internal static class NbaFormats
{
    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json("nba_schedule", "scheduleLeagueV2", root => root.Optional("leagueSchedule") is not null, (root, asOf) => SchedulePayload.Games(root, date: null, asOf)),
        PayloadFormat.Json("nba_leaguegamelog", "leaguegamelog of players", root => IsLog(root, "PLAYER_ID"), PlayerBoxscoresProcessor.Lines),
        PayloadFormat.Json("nba_leaguegamelog", "leaguegamelog of teams", root => IsLog(root, "TEAM_ID"), TeamBoxscoreProcessor.Lines),
    ];

    private static bool IsLog(PayloadNode root, string header) =>
        ResultSet.Find(root, "LeagueGameLog") is { } set && ResultSet.HeaderNames(set).Contains(header, StringComparer.Ordinal);
}
