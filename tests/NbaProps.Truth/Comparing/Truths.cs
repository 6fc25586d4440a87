using NbaProps.Truth.Analytics;
using NbaProps.Truth.Features;
using NbaProps.Truth.Predictions;
using NbaProps.Truth.Raw;
using NbaProps.Truth.Reference;

namespace NbaProps.Truth.Comparing;

/// <summary>What every table must say, one entry a table.</summary>
internal static class Truths
{
    public static IReadOnlyList<ITableTruth> All { get; } =
    [
        new ScheduleTruth(), new ScoreboardTruth(), new PlayerBoxscoreTruth(), new TeamBoxscoreTruth(), new PlayByPlayTruth(), new PlayerPointsPropsTruth(), new GameLinesTruth(),
        new InjuryReportTruth(), new GamebookTruth(), new PlayerListTruth(), new PlayerMovementTruth(), new RefereeAssignmentsTruth(), new ReplayCenterTruth(),
        new PlayersRegistryTruth(), new UnresolvedNamesTruth(),
        new PlayerGameSummaryTruth(), new TeamOffenseTruth(), new TeamDefenseTruth(), new UpcomingTeamTruth(), new UpcomingPlayerTruth(),
        new PlayerDailyCacheTruth(), new FeatureStoreTruth(),
        new PredictionRequestsTruth(), new PredictionStagingTruth(), new PlayerPropPredictionsTruth(), new PredictionAccuracyTruth(),
    ];
}
