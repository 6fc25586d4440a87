using NbaProps.Hosting.Services;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Analytics;

/// <summary>Phase 3: raw tables to summaries and context.</summary>
public static class AnalyticsService
{
    /// <summary>The service.</summary>
    public static ServiceDefinition Definition { get; } = new("analytics", [Phase.Analytics], surroundings =>
    [
        UnitWorks.HandOff(new Phase3HandOffGate(surroundings.Options.Gates)),
        UnitWorks.Table(new PlayerGameSummaryProcessor()),
        UnitWorks.Table(new TeamOffenseGameSummaryProcessor()),
        UnitWorks.Table(new TeamDefenseGameSummaryProcessor()),
        UnitWorks.Table(new UpcomingTeamGameContextProcessor()),
        UnitWorks.Table(new UpcomingPlayerGameContextProcessor()),
    ]);
}
