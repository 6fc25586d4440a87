using NbaProps.Domain.Features;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Precompute;

/// <summary>Computes <c>nba_predictions.ml_feature_store_v2</c>, by the rule of frozen rows.</summary>
public sealed class MlFeatureStoreProcessor : IProcessor<MlFeatureStoreRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => PrecomputePhase.FeatureStore;

    /// <inheritdoc/>
    public Computation<MlFeatureStoreRow> Compute(IInputs inputs, RunContext context)
    {
        var teams = inputs.Rows<UpcomingTeamGameContextRow>().Where(row => row.GameDate == context.Date).ToDictionary(row => (row.GameId, row.Team));
        var caches = inputs.Rows<PlayerDailyCacheRow>().Where(row => row.CacheDate == context.Date).ToDictionary(row => row.PlayerId);
        var stale = StaleTeams.Of(inputs.Rows<NbacScheduleRow>(), inputs.Rows<PlayerGameSummaryRow>(), context.Date)
            .Concat(teams.Values.Where(team => !team.HistoryIsWhole).Select(team => team.Team))
            .ToHashSet();
        var computed = inputs.Rows<UpcomingPlayerGameContextRow>()
            .Where(player => player.GameDate == context.Date)
            .Select(player => Row(
                player,
                FeatureBuilder.Build(new FeatureSources(
                    player,
                    teams.GetValueOrDefault((player.GameId, player.Team)),
                    teams.GetValueOrDefault((player.GameId, player.Opponent)),
                    caches.GetValueOrDefault(player.PlayerId),
                    stale.Contains(player.Team),
                    stale.Contains(player.Opponent))),
                context))
            .ToArray();
        var rows = FrozenRows.Apply(computed, inputs.Own<MlFeatureStoreRow>(), context.Now, static (row, serving) => row with { Serving = serving });
        return Result(rows, stale.Where(team => teams.Values.Any(row => row.Team == team)));
    }

    private static Computation<MlFeatureStoreRow> Result(IReadOnlyList<MlFeatureStoreRow> rows, IEnumerable<TeamTricode> stale)
    {
        var (served, missing) = (rows.Where(row => row.Serving == Servings.Served).ToArray(), rows.Count(row => row.MissingRequired.Length > 0));
        var reason = $"{served.Length} served, {rows.Count - served.Length} replayed, {missing} lack a required feature";
        var names = string.Join(", ", stale.Order());
        return names.Length > 0
            ? Computation<MlFeatureStoreRow>.Degraded(rows, $"{reason}; no form for {names}: a finished game of the last week, or more than one in twenty of the season, has no summary")
            : Computation<MlFeatureStoreRow>.Of(rows, rows.Count == 0 ? "no candidate" : reason);
    }

    private MlFeatureStoreRow Row(UpcomingPlayerGameContextRow player, FeatureVector features, RunContext context) => new MlFeatureStoreRow
    {
        GameDate = context.Date,
        GameId = player.GameId,
        PlayerId = player.PlayerId,
        FeatureVersion = FeatureContract.Version,
        Serving = Servings.Served,
        PlayerName = player.PlayerName,
        Team = player.Team,
        Opponent = player.Opponent,
        HomeGame = player.HomeGame,
        Season = player.Season,
        SeasonPhase = player.SeasonPhase,
        TipOff = player.TipOff,
        TipOffAssumed = player.TipOffAssumed,
        FeatureContractHash = FeatureContract.Hash,
        FeatureCount = features.Values.Count(value => value is not null),
        MissingRequired = string.Join(',', features.MissingRequired().Select(feature => feature.Name)),
        OutOfRange = string.Join(',', features.OutOfRange().Select(outside => outside.Feature.Name)),
        DaysRest = player.DaysRest,
        GamesPlayedSeason = player.GamesPlayedSeason,
        CurrentPointsLine = player.CurrentPointsLine,
        Bookmaker = player.Bookmaker,
        OverPrice = player.OverPrice,
        UnderPrice = player.UnderPrice,
        LineSnapshotAt = player.LineSnapshotAt,
        LineSnapshotAssumed = player.LineSnapshotAssumed,
        MinutesBeforeTipOff = player.MinutesBeforeTipOff,
        Source = Declaration.Name,
        AsOf = context.AsOf,
    }.WithFeatures(features);
}
