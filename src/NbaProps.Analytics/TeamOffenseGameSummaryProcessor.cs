using NbaProps.Domain.BoxScores;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Analytics;

/// <summary>Computes <c>nba_analytics.team_offense_game_summary</c>.</summary>
public sealed class TeamOffenseGameSummaryProcessor : IProcessor<TeamOffenseGameSummaryRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => AnalyticsPhase.TeamOffense;

    /// <inheritdoc/>
    public Computation<TeamOffenseGameSummaryRow> Compute(IInputs inputs, RunContext context)
    {
        var finals = new FinalGames(inputs, context);
        var pairs = TeamPair.Of(inputs, context, finals);
        var rows = pairs.Select(pair => Summarise(pair, context)).ToArray();
        var boxScores = inputs.Rows<NbacTeamBoxscoreRow>().Where(row => row.GameDate == context.Date).Select(row => row.GameId);
        return finals.Result(rows, rows.Select(row => row.GameId), boxScores, TeamPair.Problems(pairs));
    }

    private TeamOffenseGameSummaryRow Summarise(TeamPair pair, RunContext context)
    {
        var (row, line) = (pair.Row, pair.Line);
        return new()
        {
            GameDate = row.GameDate,
            GameId = row.GameId,
            Team = row.Team,
            Opponent = row.Opponent,
            Season = row.Season,
            SeasonPhase = row.SeasonPhase,
            HomeGame = row.IsHome,
            Won = row.Won,
            MarginOfVictory = pair.Margin,
            TeamMinutes = row.Minutes,
            OvertimePeriods = BoxScoreMath.OvertimePeriods(row.Minutes),
            PointsScored = row.Points,
            FgMakes = row.FieldGoalsMade,
            FgAttempts = row.FieldGoalsAttempted,
            ThreePtMakes = row.ThreePointersMade,
            ThreePtAttempts = row.ThreePointersAttempted,
            FtMakes = row.FreeThrowsMade,
            FtAttempts = row.FreeThrowsAttempted,
            OffensiveRebounds = row.OffensiveRebounds,
            Rebounds = row.Rebounds,
            Assists = row.Assists,
            Turnovers = row.Turnovers,
            PersonalFouls = row.PersonalFouls,
            Possessions = line.Possessions,
            Pace = pair.Pace,
            OffensiveRating = BoxScoreMath.OffensiveRating(row.Points, line.Possessions),
            TsPct = line.TrueShooting,
            EfgPct = line.EffectiveFieldGoal,
            Source = Declaration.Name,
            AsOf = context.AsOf,
        };
    }
}
