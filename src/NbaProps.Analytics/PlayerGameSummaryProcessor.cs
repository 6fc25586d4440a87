using NbaProps.Domain.BoxScores;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Analytics;

/// <summary>Computes <c>nba_analytics.player_game_summary</c>.</summary>
public sealed class PlayerGameSummaryProcessor : IProcessor<PlayerGameSummaryRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => AnalyticsPhase.PlayerGameSummary;

    /// <inheritdoc/>
    public Computation<PlayerGameSummaryRow> Compute(IInputs inputs, RunContext context)
    {
        var finals = new FinalGames(inputs, context);
        var boxScore = inputs.Rows<NbacPlayerBoxscoreRow>().Where(row => row.GameDate == context.Date).ToArray();
        var teams = inputs.Rows<NbacTeamBoxscoreRow>()
            .Where(row => row.GameDate == context.Date)
            .ToDictionary(row => (row.GameId, row.Team), BoxLines.Of);
        var rows = boxScore
            .Where(row => finals.Contains(row.GameId))
            .OrderBy(row => row.GameId)
            .ThenBy(row => row.PlayerId)
            .Select(row => Summarise(row, teams.GetValueOrDefault((row.GameId, row.Team)), context))
            .ToArray();
        var lineless = rows.Select(row => (row.GameId, row.Team)).Distinct().Where(team => !teams.ContainsKey(team)).Order()
            .Select(team => $"{team.Team} has no team line in game {team.GameId}, so its usage rates are NULL");
        return finals.Result(rows, rows.Select(row => row.GameId), boxScore.Select(row => row.GameId), [.. lineless]);
    }

    private PlayerGameSummaryRow Summarise(NbacPlayerBoxscoreRow row, BoxLine? team, RunContext context)
    {
        var line = BoxLines.Of(row);
        return new()
        {
            GameDate = row.GameDate,
            GameId = row.GameId,
            PlayerId = row.PlayerId,
            PlayerName = row.PlayerName,
            NameKey = row.NameKey,
            Team = row.Team,
            Opponent = row.Opponent,
            HomeGame = row.IsHome,
            Won = row.Won,
            Season = row.Season,
            SeasonPhase = row.SeasonPhase,
            Played = row.Minutes > 0,
            MinutesPlayed = row.Minutes,
            Points = row.Points,
            FgMakes = row.FieldGoalsMade,
            FgAttempts = row.FieldGoalsAttempted,
            ThreePtMakes = row.ThreePointersMade,
            ThreePtAttempts = row.ThreePointersAttempted,
            FtMakes = row.FreeThrowsMade,
            FtAttempts = row.FreeThrowsAttempted,
            OffensiveRebounds = row.OffensiveRebounds,
            DefensiveRebounds = row.DefensiveRebounds,
            Assists = row.Assists,
            Steals = row.Steals,
            Blocks = row.Blocks,
            Turnovers = row.Turnovers,
            PersonalFouls = row.PersonalFouls,
            PlusMinus = row.PlusMinus,
            UsageRate = team is null ? null : line.UsageRate(team),
            TsPct = line.TrueShooting,
            EfgPct = line.EffectiveFieldGoal,
            Source = Declaration.Name,
            AsOf = context.AsOf,
        };
    }
}
