using NbaProps.Hosting.Services;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.RawProcessors.Gamebook;
using NbaProps.RawProcessors.InjuryReport;
using NbaProps.RawProcessors.Names;
using NbaProps.RawProcessors.Odds;
using NbaProps.RawProcessors.PlayByPlay;
using NbaProps.RawProcessors.Players;
using NbaProps.RawProcessors.Referees;
using NbaProps.RawProcessors.Schedule;
using NbaProps.RawProcessors.Scoreboard;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors;

/// <summary>Phase 2: raw archive to raw and reference tables.</summary>
public static class RawProcessorsService
{
    /// <summary>The service.</summary>
    public static ServiceDefinition Definition { get; } = new("raw-processors", [Phase.RawProcessors], _ =>
    [
        UnitWorks.Table(new ScheduleProcessor()),
        UnitWorks.Table(new ScoreboardProcessor()),
        UnitWorks.Table(new PlayerBoxscoresProcessor()),
        UnitWorks.Table(new TeamBoxscoreProcessor()),
        UnitWorks.Table(new PlayByPlayProcessor()),
        UnitWorks.Table(new PlayerPointsPropsProcessor()),
        UnitWorks.Table(new GameLinesProcessor()),
        UnitWorks.Table(new PlayersRegistryProcessor()),
        UnitWorks.Table(new InjuryReportProcessor()),
        UnitWorks.Table(new GamebookProcessor()),
        UnitWorks.Table(new PlayerListProcessor()),
        UnitWorks.Table(new PlayerMovementProcessor()),
        UnitWorks.Table(new RefereeGameAssignmentsProcessor()),
        UnitWorks.Table(new RefereeReplayCenterProcessor()),
        UnitWorks.Table(new UnresolvedPlayerNamesProcessor()),
    ]);
}
