using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Gates;

namespace NbaProps.Analytics;

/// <summary>
/// Whether phase 2 has what phase 3 needs of a night: box scores of the final games, each with both teams and enough players to have been a game. Columns that
/// must not be empty cannot be, and what is old is computed again; neither is asked here.
/// </summary>
/// <param name="options">The threshold.</param>
public sealed class Phase3HandOffGate(GateOptions options) : IHandOffGate
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => AnalyticsPhase.HandOff;

    /// <inheritdoc/>
    public GateDecision Evaluate(IInputs inputs, RunContext context)
    {
        var finals = inputs.Rows<NbacScheduleRow>().Where(game => game.GameDate == context.Date && game.IsFinal() && game.IsPredicted()).OrderBy(game => game.GameId).ToArray();
        if (finals.Length == 0)
            return GateDecision.Open("no final game");

        var players = inputs.Rows<NbacPlayerBoxscoreRow>()
            .Where(row => row.GameDate == context.Date)
            .GroupBy(row => row.GameId)
            .ToDictionary(game => game.Key, game => game.CountBy(row => row.Team).ToDictionary());
        var there = finals.Where(game => players.ContainsKey(game.GameId)).ToArray();
        if (there.Length == 0)
            return GateDecision.Closed($"none of {finals.Length} final games has a box score of players");

        string[] thin =
        [
            .. from game in there
               from team in new[] { game.HomeTeam, game.AwayTeam }
               let count = players[game.GameId].GetValueOrDefault(team)
               where count < options.PlayersPerTeam
               select $"game {game.GameId}: {count} players of {team} have a line, {options.PlayersPerTeam} are expected",
        ];
        return thin.Length == 0 ? GateDecision.Open($"{there.Length} of {finals.Length} final games have box scores") : GateDecision.Closed(string.Join("; ", thin));
    }
}
