using NbaProps.Domain.Features;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest;

/// <summary>Phase 4: summaries and context to the features of the date's candidates.</summary>
public static class PrecomputePhase
{
    /// <summary>How far back the gate asks whether the season is under way: over a longer pause there are no candidates to expect.</summary>
    public const int SeasonStartDays = 60;

    /// <summary>How far back finished games must have their summaries.</summary>
    public const int CompletenessDays = 7;

    /// <summary>Whether phase 3 has what phase 4 needs.</summary>
    public static readonly ProcessorDeclaration HandOff = new()
    {
        Name = "phase4_hand_off",
        Phase = Phase.Precompute,
        Purpose = "Opens when every game of the date has its context and candidates, and last week's games have their summaries with the minutes that were played.",
        Inputs =
        [
            // Not required: upcoming_team_game_context has no output before the date's schedule has one.
            new InputDeclaration.Rows(Table<NbacScheduleRow>.Instance.Schema, -SeasonStartDays, 0, Required: false),
            Reads.SameDate(Table<UpcomingTeamGameContextRow>.Instance.Schema),
            Reads.SameDate(Table<UpcomingPlayerGameContextRow>.Instance.Schema),
            Reads.Before(Table<PlayerGameSummaryRow>.Instance.Schema, CompletenessDays),
        ],
        Output = new OutputDeclaration.ToNextPhase(),
        Version = 2,
    };

    /// <summary>Figures of the date's candidates.</summary>
    public static readonly ProcessorDeclaration PlayerDailyCache = new()
    {
        Name = Table<PlayerDailyCacheRow>.Instance.Schema.Name,
        Phase = Phase.Precompute,
        Purpose = "Form of the date's candidates and of both teams of their games, by earlier dates only.",
        Inputs =
        [
            Reads.HandOff("phase4_hand_off"),
            Reads.SameDate(Table<UpcomingPlayerGameContextRow>.Instance.Schema),
            Reads.Before(Table<PlayerGameSummaryRow>.Instance.Schema, AnalyticsPhase.HistoryDays),
            Reads.Before(Table<TeamOffenseGameSummaryRow>.Instance.Schema, AnalyticsPhase.HistoryDays),
            Reads.Before(Table<TeamDefenseGameSummaryRow>.Instance.Schema, AnalyticsPhase.HistoryDays),
        ],
        Output = new OutputDeclaration.ToTable(Table<PlayerDailyCacheRow>.Instance.Schema),
    };

    /// <summary>The features of the date's candidates.</summary>
    public static readonly ProcessorDeclaration FeatureStore = new()
    {
        Name = Table<MlFeatureStoreRow>.Instance.Schema.Name,
        Phase = Phase.Precompute,
        Purpose = "The features of the date's candidates by the feature contract; frozen at tip-off.",
        ConfigurationHash = FeatureContract.Hash,
        Inputs =
        [
            Reads.HandOff("phase4_hand_off"),
            Reads.SameDate(Table<UpcomingTeamGameContextRow>.Instance.Schema),
            Reads.SameDate(Table<UpcomingPlayerGameContextRow>.Instance.Schema),
            Reads.SameDate(Table<PlayerDailyCacheRow>.Instance.Schema),
            Reads.Before(Table<NbacScheduleRow>.Instance.Schema, CompletenessDays),
            Reads.Before(Table<PlayerGameSummaryRow>.Instance.Schema, CompletenessDays),
        ],
        Output = new OutputDeclaration.ToTable(Table<MlFeatureStoreRow>.Instance.Schema),
        ReadsOwnOutput = true,
    };

    /// <summary>All of the phase, in the order of a back-fill.</summary>
    public static IReadOnlyList<ProcessorDeclaration> All { get; } = [HandOff, PlayerDailyCache, FeatureStore];
}
