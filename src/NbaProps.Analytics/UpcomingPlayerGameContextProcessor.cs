using NbaProps.Domain.Statistics;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Analytics;

/// <summary>Computes <c>nba_analytics.upcoming_player_game_context</c>.</summary>
public sealed class UpcomingPlayerGameContextProcessor : IProcessor<UpcomingPlayerGameContextRow>
{
    private const int NamesShown = 8;

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => AnalyticsPhase.UpcomingPlayer;

    /// <inheritdoc/>
    public Computation<UpcomingPlayerGameContextRow> Compute(IInputs inputs, RunContext context)
    {
        var teams = inputs.Rows<UpcomingTeamGameContextRow>().Where(team => team.GameDate == context.Date).ToArray();
        if (teams.Length == 0)
            return Computation<UpcomingPlayerGameContextRow>.NoData("no game to predict");

        var summaries = inputs.Rows<PlayerGameSummaryRow>();
        var played = Histories.Played(summaries, context.Date);
        var board = PropBoard.Of(inputs, context, teams);
        var candidates = Candidates.Of(context.Date, teams, Histories.Appearances(summaries, context.Date), board);
        var rows = candidates.Select(candidate => Row(candidate, played.Of(candidate.PlayerId), board, context)).ToArray();
        var gaps = teams.Where(team => !team.HistoryIsWhole).Select(team => team.Team.Value).Order(StringComparer.Ordinal).ToArray();
        return gaps.Length == 0
            ? Computation<UpcomingPlayerGameContextRow>.Of(rows, Reason(rows, board))
            : Computation<UpcomingPlayerGameContextRow>.Degraded(rows, $"{Reason(rows, board)}; earlier games of the season are not there for {string.Join(", ", gaps)}");
    }

    private static string Reason(IReadOnlyCollection<UpcomingPlayerGameContextRow> rows, PropBoard board)
    {
        var reason = $"{rows.Count} candidates, {rows.Count(row => row.HasPropLine == true)} with a line";
        if (board.Unresolved.Count > 0)
            reason += $"; {board.Unresolved.Count} names in lines are not resolved (unresolved_player_names): {Some(board.Unresolved)}";
        if (board.Aliased.Count > 0)
            reason += $"; {board.Aliased.Count} by alias: {Some(board.Aliased)}";
        return board.Teamless.Count == 0
            ? reason
            : $"{reason}; {board.Teamless.Count} with a line in a game of teams that they have not appeared for: "
                + Some([.. board.Teamless.Select(line => line.Player.PlayerName)]);
    }

    // The rest stands in the table that the reason names, or follows from it.
    private static string Some(IReadOnlyCollection<string> names) =>
        names.Count <= NamesShown ? string.Join(", ", names) : $"{string.Join(", ", names.Take(NamesShown))} and {names.Count - NamesShown} more";

    private UpcomingPlayerGameContextRow Row(Candidate candidate, IReadOnlyList<PlayerGameSummaryRow> played, PropBoard board, RunContext context)
    {
        var team = candidate.Team;
        var dates = played.Select(game => game.GameDate).ToArray();
        var season = played.Where(game => game.Season == team.Season).ToArray();
        var line = board.Line(team.GameId, candidate.PlayerId);
        return new()
        {
            GameDate = context.Date,
            GameId = team.GameId,
            PlayerId = candidate.PlayerId,
            PlayerName = candidate.PlayerName,
            Team = team.Team,
            Opponent = team.Opponent,
            HomeGame = team.HomeGame,
            Season = team.Season,
            SeasonPhase = team.SeasonPhase,
            TipOff = team.TipOff,
            TipOffAssumed = team.TipOffAssumed,
            CandidateBecause = candidate.Because,
            HistoryIsWhole = team.HistoryIsWhole,
            DaysRest = team.HistoryIsWhole ? RestMath.DaysRest(context.Date, season.Length > 0 ? season[0].GameDate : null) : null,
            BackToBack = team.BackToBack,
            GamesInLast7Days = RestMath.Count(dates, context.Date, 7),
            GamesInLast14Days = RestMath.Count(dates, context.Date, 14),
            MinutesInLast7Days = Minutes(played, context, 7),
            MinutesInLast14Days = Minutes(played, context, 14),
            BackToBacksLast14Days = RestMath.BackToBacks(dates, context.Date, 14),
            PointsAvgLast5 = team.HistoryIsWhole ? SampleStatistics.Mean(played.Take(5).Select(game => (double)game.Points)) : null,
            PointsAvgLast10 = team.HistoryIsWhole ? SampleStatistics.Mean(played.Take(10).Select(game => (double)game.Points)) : null,
            GamesPlayedSeason = season.Length,
            HasPropLine = board.HasLines(team.GameId) ? line is not null : null,
            CurrentPointsLine = line?.Current.Quote.Line,
            OpeningPointsLine = line?.Opening.Quote.Line,
            LineMovement = line is null ? null : line.Current.Quote.Line.ToDouble() - line.Opening.Quote.Line.ToDouble(),
            Bookmaker = line?.Current.Quote.Bookmaker,
            OverPrice = line?.Current.Row.OverPrice,
            UnderPrice = line?.Current.Row.UnderPrice,
            LineSnapshotAt = line?.Current.Quote.CapturedAt,
            LineSnapshotAssumed = line?.Current.Quote.CaptureAssumed,
            MinutesBeforeTipOff = line?.Current.Quote.MinutesBeforeTipOff,
            Source = Declaration.Name,
            AsOf = context.AsOf,
        };
    }

    private static int Minutes(IEnumerable<PlayerGameSummaryRow> played, RunContext context, int days) =>
        played.Where(game => RestMath.IsWithin(game.GameDate, context.Date, days)).Sum(game => game.MinutesPlayed);
}
