using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Players;

/// <summary>Who appeared in the date's box scores, for which team, under which name.</summary>
public sealed class PlayersRegistryProcessor : IProcessor<PlayersRegistryRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.PlayersRegistry;

    /// <inheritdoc/>
    public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context)
    {
        var rows = inputs.Rows<NbacPlayerBoxscoreRow>()
            .DistinctBy(line => (line.PlayerId, line.Team))
            .OrderBy(line => line.PlayerId)
            .ThenBy(line => line.Team)
            .Select(line => new PlayersRegistryRow
            {
                GameDate = context.Date,
                PlayerId = line.PlayerId,
                Team = line.Team,
                PlayerName = line.PlayerName,
                NameKey = line.NameKey,
                Source = Declaration.Name,
                AsOf = context.AsOf,
            });
        return Computation<PlayersRegistryRow>.Of([.. rows]);
    }
}
