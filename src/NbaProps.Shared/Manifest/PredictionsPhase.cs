using NbaProps.Domain;
using NbaProps.Domain.Features;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest;

/// <summary>Phase 5: features and lines to predictions, results to grades.</summary>
public static class PredictionsPhase
{
    /// <summary>The systems that predict, each named with its version: a new version is a new system.</summary>
    public static IReadOnlyList<string> Systems { get; } = ["moving_average_v1", "similarity_v1"];

    /// <summary>Whether phase 4 has what phase 5 needs.</summary>
    public static readonly ProcessorDeclaration HandOff = new()
    {
        Name = "phase5_hand_off",
        Phase = Phase.Predictions,
        Purpose = "Opens when enough of the date's candidates have all required features and the build that predicts is not far behind main.",
        Inputs =
        [
            Reads.SameDate(Table<UpcomingTeamGameContextRow>.Instance.Schema),
            Reads.SameDate(Table<UpcomingPlayerGameContextRow>.Instance.Schema),
            Reads.SameDate(Table<MlFeatureStoreRow>.Instance.Schema),
            Reads.Deployment,
        ],
        Output = new OutputDeclaration.ToNextPhase(),
    };

    /// <summary>The coordinator.</summary>
    public static readonly ProcessorDeclaration Requests = Processor<PredictionRequestRow>(
        "The coordinator: which games of the date are predicted, and for how many players.",
        [Reads.HandOff("phase5_hand_off"), Reads.SameDate(Table<MlFeatureStoreRow>.Instance.Schema)]);

    /// <summary>The workers.</summary>
    public static readonly ProcessorDeclaration Staging = Processor<PredictionStagingRow>(
        "The worker: every system's predictions for the players of one game.",
        [
            Reads.SameDate(Table<PredictionRequestRow>.Instance.Schema),
            Reads.SameDate(Table<MlFeatureStoreRow>.Instance.Schema),
            Reads.Before(Table<PlayerGameSummaryRow>.Instance.Schema, AnalyticsPhase.HistoryDays),
            Reads.Before(Table<TeamDefenseGameSummaryRow>.Instance.Schema, AnalyticsPhase.HistoryDays),
        ]) with
    {
        Granularity = Granularity.Game,
        GamesFrom = Table<PredictionRequestRow>.Instance.Schema,
        ConfigurationHash = ContentHash.Of([FeatureContract.Hash, .. Systems]),
    };

    /// <summary>The consolidation.</summary>
    public static readonly ProcessorDeclaration Predictions = Processor<PlayerPropPredictionRow>(
        "The date's predictions of all games and systems; frozen at tip-off.",
        [Reads.SameDate(Table<PredictionRequestRow>.Instance.Schema), Reads.SameDate(Table<PredictionStagingRow>.Instance.Schema)]) with
    {
        ConfigurationHash = FeatureContract.Hash,
        ReadsOwnOutput = true,
    };

    /// <summary>The grades.</summary>
    public static readonly ProcessorDeclaration Accuracy = Processor<PredictionAccuracyRow>(
        "What became of the date's served predictions.",
        [
            Reads.SameDate(Table<PlayerPropPredictionRow>.Instance.Schema),
            Reads.SameDate(Table<PlayerGameSummaryRow>.Instance.Schema),
            Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema),
        ]) with
    {
        AvailableFrom = Moment.NextMorning,
        DateTopic = "nba-grading-trigger",
    };

    /// <summary>All of the phase, in the order of a back-fill.</summary>
    public static IReadOnlyList<ProcessorDeclaration> All { get; } = [HandOff, Requests, Staging, Predictions, Accuracy];

    private static ProcessorDeclaration Processor<TRow>(string purpose, IReadOnlyList<InputDeclaration> inputs)
        where TRow : WarehouseRow => new()
    {
        Name = Table<TRow>.Instance.Schema.Name,
        Phase = Phase.Predictions,
        Purpose = purpose,
        Inputs = inputs,
        Output = new OutputDeclaration.ToTable(Table<TRow>.Instance.Schema),
    };
}
