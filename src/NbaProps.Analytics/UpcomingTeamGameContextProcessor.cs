using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Analytics;

/// <summary>Computes <c>nba_analytics.upcoming_team_game_context</c>. Of the date's own games it uses who plays, where and when, never how it ended.</summary>
public sealed class UpcomingTeamGameContextProcessor : IProcessor<UpcomingTeamGameContextRow>
{
    // One in twenty: a game that the league called off for good must not silence a team for a season.
    private const int MissingTolerated = 20;

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => AnalyticsPhase.UpcomingTeam;

    /// <inheritdoc/>
    public Computation<UpcomingTeamGameContextRow> Compute(IInputs inputs, RunContext context)
    {
        var history = Histories.Offense(inputs.Rows<TeamOffenseGameSummaryRow>(), context.Date);
        var rows = inputs.Rows<NbacScheduleRow>()
            .Where(game => game.GameDate == context.Date && game.IsPredicted())
            .SelectMany(game => new[] { Row(game, game.HomeTeam, history, context), Row(game, game.AwayTeam, history, context) })
            .OrderBy(row => row.GameId)
            .ThenBy(row => row.Team)
            .ToArray();
        return rows.Length == 0
            ? Computation<UpcomingTeamGameContextRow>.NoData("no game to predict")
            : Computation<UpcomingTeamGameContextRow>.Of(rows, $"{rows.Length / 2} games");
    }

    private UpcomingTeamGameContextRow Row(
        NbacScheduleRow game, TeamTricode team, History<TeamTricode, TeamOffenseGameSummaryRow> history, RunContext context)
    {
        var isHome = team == game.HomeTeam;
        var games = history.Of(team);
        var dates = games.Select(row => row.GameDate).ToArray();
        var season = games.Where(row => row.Season == game.Season).ToArray();

        // The season's games as the schedule has them: what was never walked must not pass for never played.
        var before = isHome ? game.HomeGamesBefore : game.AwayGamesBefore;
        var missing = Math.Max(0, before - season.Length);
        var whole = MissingTolerated * missing <= before;
        if (!whole)
            (dates, season) = ([], []);
        return new()
        {
            GameDate = game.GameDate,
            GameId = game.GameId,
            Team = team,
            Opponent = isHome ? game.AwayTeam : game.HomeTeam,
            HomeGame = isHome,
            Season = game.Season,
            SeasonPhase = game.SeasonPhase,
            TipOff = game.TipOff,
            TipOffAssumed = game.TipOffAssumed,
            TeamDaysRest = RestMath.DaysRest(context.Date, season.Length > 0 ? season[0].GameDate : null),
            BackToBack = dates.Length > 0 ? RestMath.DaysRest(context.Date, dates[0]) == 0 : null,
            GamesInLast7Days = dates.Length > 0 ? RestMath.Count(dates, context.Date, 7) : null,
            GamesInLast14Days = dates.Length > 0 ? RestMath.Count(dates, context.Date, 14) : null,
            GameNumberInSeason = before + 1,
            SeasonGamesMissing = missing,
            HistoryIsWhole = whole,
            TeamWinStreak = whole ? season.TakeWhile(row => row.Won == true).Count() : null,
            TeamLossStreak = whole ? season.TakeWhile(row => row.Won == false).Count() : null,
            SeasonWinPct = Shares.Won(season.Select(row => row.Won)),
            LastGameMargin = season.Length > 0 ? season[0].MarginOfVictory : null,
            Source = Declaration.Name,
            AsOf = context.AsOf,
        };
    }
}
