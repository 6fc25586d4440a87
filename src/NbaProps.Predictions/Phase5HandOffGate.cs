using NbaProps.Domain.Features;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Gates;

namespace NbaProps.Predictions;

/// <summary>
/// Whether phase 4 has what phase 5 needs, features for enough of the candidates who have played enough to have them, and whether the build that predicts is
/// not too far behind main.
/// </summary>
/// <param name="options">The threshold.</param>
public sealed class Phase5HandOffGate(GateOptions options) : IHandOffGate
{
    private const int FewestGames = 5;

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => PredictionsPhase.HandOff;

    /// <inheritdoc/>
    public GateDecision Evaluate(IInputs inputs, RunContext context)
    {
        if (!inputs.Rows<UpcomingTeamGameContextRow>().Any(row => row.GameDate == context.Date))
            return GateDecision.Open("no game to predict");

        var ready = inputs.Rows<MlFeatureStoreRow>()
            .Where(row => row.GameDate == context.Date && row.MissingRequired.Length == 0)
            .Where(row => string.Equals(row.FeatureContractHash, FeatureContract.Hash, StringComparison.Ordinal))
            .Select(row => (row.GameId, row.PlayerId))
            .ToHashSet();
        var expected = inputs.Rows<UpcomingPlayerGameContextRow>()
            .Where(row => row.GameDate == context.Date && row.GamesPlayedSeason >= FewestGames)
            .ToArray();
        var lacking = expected.Where(row => !ready.Contains((row.GameId, row.PlayerId))).ToArray();
        var share = $"{expected.Length - lacking.Length} of {expected.Length} candidates with {FewestGames} games have all required features";
        return BuildCheck.Apply(ByFeatures(share, expected.Length, lacking), inputs.Deployment);
    }

    private GateDecision ByFeatures(string share, int expected, UpcomingPlayerGameContextRow[] lacking) =>
        100 * (expected - lacking.Length) >= options.CandidatesReadyPercent * expected
            ? GateDecision.Open(share)
            : GateDecision.Closed($"{share}, {options.CandidatesReadyPercent} % are needed; lacking by team: {ByTeam(lacking)}");

    private static string ByTeam(IEnumerable<UpcomingPlayerGameContextRow> lacking) =>
        string.Join(", ", lacking.GroupBy(row => row.Team).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}"));
}
