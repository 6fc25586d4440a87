using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Features;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Play;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Features;

/// <summary>The features that were served. Rule: they are frozen at tip-off; nothing that a walk brings afterwards differs, so that there is no replay.</summary>
internal sealed class FeatureStoreTruth : TableTruth<MlFeatureStoreRow>
{
    protected override IEnumerable<MlFeatureStoreRow> Rows(DayTruth day) => Standing.Of<MlFeatureStoreRow>(
        day, [Moment.Context, Moment.CutOff], moment => [.. day.SlateAt(moment).Candidates.Select(candidate => Row(candidate, day.SlateAt(moment), day))], (row, asOf) => row with { AsOf = asOf });

    private static MlFeatureStoreRow Row(Candidate candidate, Slate slate, DayTruth day)
    {
        var values = CandidateFeatures.Of(candidate, slate, day);
        var (load, game, line) = (Load.Of(candidate.Player, day), candidate.Game, candidate.Line?.Current);
        return new MlFeatureStoreRow
        {
            GameDate = day.Date,
            GameId = game.Scheduled.Id,
            PlayerId = candidate.Player.Id,
            FeatureVersion = "v2_33features",
            Serving = "served",
            PlayerName = candidate.Player.FullName,
            Team = candidate.Team,
            Opponent = candidate.Opponent,
            HomeGame = candidate.Side == Side.Home,
            Season = day.Season.Season.League.Season,
            SeasonPhase = game.Scheduled.Id.Phase.ToStorageName(),
            TipOff = game.Scheduled.TipOff,
            TipOffAssumed = false,
            FeatureContractHash = FeatureContract.Hash,
            FeatureCount = values.Count(value => value is not null),
            MissingRequired = CandidateFeatures.MissingRequired(values),
            OutOfRange = CandidateFeatures.OutOfRange(values),
            DaysRest = load.DaysRest,
            GamesPlayedSeason = load.All.Count,
            CurrentPointsLine = line?.Quote.Line,
            Bookmaker = line?.Quote.Book.Key,
            OverPrice = line?.Quote.Over,
            UnderPrice = line?.Quote.Under,
            LineSnapshotAt = line?.SeenAt,
            LineSnapshotAssumed = line is null ? null : false,
            MinutesBeforeTipOff = line is null ? null : (game.Scheduled.TipOff - line.SeenAt).TotalMinutes,
            Source = "ml_feature_store_v2",
            AsOf = default,
        }.WithFeatures(new FeatureVector(values));
    }
}
