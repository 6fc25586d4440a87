using NbaProps.Domain;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Pipeline;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Features;

/// <summary>The rolling figures of each candidate.</summary>
internal sealed class PlayerDailyCacheTruth : TableTruth<PlayerDailyCacheRow>
{
    protected override IEnumerable<PlayerDailyCacheRow> Rows(DayTruth day) => Standing.Of<PlayerDailyCacheRow>(
        day, [Moment.Context, Moment.CutOff], moment => [.. day.SlateAt(moment).Candidates.Select(candidate => Row(candidate, day))], (row, asOf) => row with { AsOf = asOf });

    private static PlayerDailyCacheRow Row(Candidate candidate, DayTruth day)
    {
        var form = new Form(candidate, day);
        var all = form.Load.All.Count;
        return new()
        {
            CacheDate = day.Date,
            PlayerId = candidate.Player.Id,
            GameId = candidate.Game.Scheduled.Id,
            PlayerName = candidate.Player.FullName,
            Team = candidate.Team,
            Opponent = candidate.Opponent,
            GamesPlayedSeason = all,
            PointsAvgLast5 = form.Points(5),
            PointsAvgLast10 = form.Points(10),
            PointsAvgSeason = form.Points(all),
            PointsStdLast10 = form.Deviation,
            PointsTrendLast5 = form.SixfoldTrend / 6.0,
            MinutesAvgLast10 = form.Minutes(10),
            MinutesAvgSeason = form.Minutes(all),
            PointsPerMinuteLast10 = form.PointsPerMinute,
            UsageRateLast10 = form.Usage,
            TsPctLast10 = form.TrueShooting,
            FreeThrowPointShareLast10 = form.FreeThrowShare,
            GamesInLast7Days = form.Load.Games(7),
            PointsAvgVsOpponent = form.PointsAgainst,
            GamesVsOpponent = form.Against.Count,
            TeamPaceLast10 = form.TeamPace,
            TeamOffRatingLast10 = form.TeamRating,
            TeamWinPct = form.TeamWinShare,
            OpponentDefRatingLast15 = form.OpponentAllowed,
            OpponentPaceLast15 = form.OpponentPace(15),
            OpponentPaceLast10 = form.OpponentPace(10),
            Source = "player_daily_cache",
            AsOf = default,
        };
    }
}
