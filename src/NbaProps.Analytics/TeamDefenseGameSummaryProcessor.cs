using NbaProps.Domain.BoxScores;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Analytics;

/// <summary>Computes <c>nba_analytics.team_defense_game_summary</c>.</summary>
public sealed class TeamDefenseGameSummaryProcessor : IProcessor<TeamDefenseGameSummaryRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => AnalyticsPhase.TeamDefense;

    /// <inheritdoc/>
    public Computation<TeamDefenseGameSummaryRow> Compute(IInputs inputs, RunContext context)
    {
        var finals = new FinalGames(inputs, context);
        var pairs = TeamPair.Of(inputs, context, finals);

        // Without the opponent's line there is nothing to say about what was allowed.
        var rows = pairs.Where(pair => pair.Other is not null).Select(pair => Summarise(pair, pair.Other!, pair.OtherLine!, context)).ToArray();
        var boxScores = inputs.Rows<NbacTeamBoxscoreRow>().Where(row => row.GameDate == context.Date).Select(row => row.GameId);
        return finals.Result(rows, rows.Select(row => row.GameId), boxScores, TeamPair.Problems(pairs));
    }

    private TeamDefenseGameSummaryRow Summarise(TeamPair pair, NbacTeamBoxscoreRow other, BoxLine line, RunContext context) => new()
    {
        GameDate = pair.Row.GameDate,
        GameId = pair.Row.GameId,
        Team = pair.Row.Team,
        Opponent = other.Team,
        Season = pair.Row.Season,
        SeasonPhase = pair.Row.SeasonPhase,
        HomeGame = pair.Row.IsHome,
        Won = pair.Row.Won,
        MarginOfVictory = pair.Row.Points - other.Points,
        OvertimePeriods = BoxScoreMath.OvertimePeriods(other.Minutes),
        PointsAllowed = other.Points,
        OppFgMakes = other.FieldGoalsMade,
        OppFgAttempts = other.FieldGoalsAttempted,
        OppThreePtMakes = other.ThreePointersMade,
        OppThreePtAttempts = other.ThreePointersAttempted,
        OppFtMakes = other.FreeThrowsMade,
        OppFtAttempts = other.FreeThrowsAttempted,
        OppRebounds = other.Rebounds,
        OppAssists = other.Assists,
        TurnoversForced = other.Turnovers,
        FoulsCommitted = pair.Row.PersonalFouls,
        Steals = pair.Row.Steals,
        Blocks = pair.Row.Blocks,
        DefensiveRebounds = pair.Row.DefensiveRebounds,
        DefensiveRating = BoxScoreMath.DefensiveRating(other.Points, line.Possessions),
        OpponentPace = pair.Pace,
        OpponentTsPct = line.TrueShooting,
        OpponentEfgPct = line.EffectiveFieldGoal,
        Source = Declaration.Name,
        AsOf = context.AsOf,
    };
}
