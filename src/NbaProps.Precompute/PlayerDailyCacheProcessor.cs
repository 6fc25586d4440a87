using NbaProps.Domain;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Precompute;

/// <summary>Computes <c>nba_precompute.player_daily_cache</c>.</summary>
public sealed class PlayerDailyCacheProcessor : IProcessor<PlayerDailyCacheRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => PrecomputePhase.PlayerDailyCache;

    /// <inheritdoc/>
    public Computation<PlayerDailyCacheRow> Compute(IInputs inputs, RunContext context)
    {
        var history = new Earlier(
            Histories.Played(inputs.Rows<PlayerGameSummaryRow>(), context.Date),
            Histories.Offense(inputs.Rows<TeamOffenseGameSummaryRow>(), context.Date),
            Histories.Defense(inputs.Rows<TeamDefenseGameSummaryRow>(), context.Date));
        var candidates = inputs.Rows<UpcomingPlayerGameContextRow>().Where(player => player.GameDate == context.Date).ToArray();

        // Figures of half a season would pass for those of a whole one.
        var rows = candidates
            .Where(player => player.HistoryIsWhole)
            .OrderBy(player => player.PlayerId)
            .Select(player => Row(player, history, context))
            .ToArray();
        return rows.Length < candidates.Length
            ? Computation<PlayerDailyCacheRow>.Degraded(rows, $"{rows.Length} candidates; {candidates.Length - rows.Length} of teams whose earlier games are not there are left out")
            : Computation<PlayerDailyCacheRow>.Of(rows, rows.Length == 0 ? "no candidate" : $"{rows.Length} candidates");
    }

    private PlayerDailyCacheRow Row(UpcomingPlayerGameContextRow player, Earlier earlier, RunContext context)
    {
        var games = earlier.Played.Of(player.PlayerId);
        var lastTen = games.Take(10).ToArray();
        var season = games.Where(game => game.Season == player.Season).ToArray();
        var against = PlayerForm.Against(games, player.Opponent, context.Date);
        var (team, opponent) = (earlier.Offense.Of(player.Team), earlier.Offense.Of(player.Opponent));
        return new()
        {
            CacheDate = context.Date,
            PlayerId = player.PlayerId,
            GameId = player.GameId,
            PlayerName = player.PlayerName,
            Team = player.Team,
            Opponent = player.Opponent,
            GamesPlayedSeason = season.Length,
            PointsAvgLast5 = PlayerForm.Points(games.Take(5)),
            PointsAvgLast10 = PlayerForm.Points(lastTen),
            PointsAvgSeason = PlayerForm.Points(season),
            PointsStdLast10 = PlayerForm.PointsDeviation(lastTen),
            PointsTrendLast5 = PlayerForm.PointsTrend(games),
            MinutesAvgLast10 = PlayerForm.Minutes(lastTen),
            MinutesAvgSeason = PlayerForm.Minutes(season),
            PointsPerMinuteLast10 = PlayerForm.PointsPerMinute(lastTen),
            UsageRateLast10 = PlayerForm.Usage(lastTen),
            TsPctLast10 = PlayerForm.TrueShooting(lastTen),
            FreeThrowPointShareLast10 = PlayerForm.FreeThrowPointShare(lastTen),
            GamesInLast7Days = games.Count(game => context.Date.DaysSince(game.GameDate) <= 7),
            PointsAvgVsOpponent = PlayerForm.Points(against),
            GamesVsOpponent = against.Count,
            TeamPaceLast10 = TeamForm.Pace(team, 10),
            TeamOffRatingLast10 = TeamForm.OffensiveRating(team, 10),
            TeamWinPct = TeamForm.WinShare(team, player.Season),
            OpponentDefRatingLast15 = TeamForm.DefensiveRating(earlier.Defense.Of(player.Opponent), 15),
            OpponentPaceLast15 = TeamForm.Pace(opponent, 15),
            OpponentPaceLast10 = TeamForm.Pace(opponent, 10),
            Source = Declaration.Name,
            AsOf = context.AsOf,
        };
    }

    private sealed record Earlier(
        History<PlayerKey, PlayerGameSummaryRow> Played,
        History<TeamTricode, TeamOffenseGameSummaryRow> Offense,
        History<TeamTricode, TeamDefenseGameSummaryRow> Defense);
}
