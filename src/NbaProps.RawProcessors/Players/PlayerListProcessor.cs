using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Espn;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Quality;

namespace NbaProps.RawProcessors.Players;

/// <summary>The players of the newest list that can be read: the league's, or ESPN's rosters where those were captured later.</summary>
public sealed class PlayerListProcessor : IProcessor<NbacPlayerListCurrentRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.PlayerList;

    /// <inheritdoc/>
    public Computation<NbacPlayerListCurrentRow> Compute(IInputs inputs, RunContext context)
    {
        var captures = ChainCaptures.NewestFirst(inputs, Declaration);
        if (captures.Count == 0)
        {
            return Computation<NbacPlayerListCurrentRow>.NoData("no list of players was captured");
        }

        var reader = new PayloadReader();
        var rosters = new EspnRosters();
        foreach (var capture in captures)
        {
            var payload = capture.Payload;
            if (capture.IsFrom(ScrapersPhase.RostersEspn))
            {
                // Rosters are one a team: together, from the newest of them on, they are one list.
                if (reader.ReadList(payload, raw => EspnRosterPayload.Read(raw.Json(), payload.AsOf)) is { } roster)
                {
                    rosters.Add(roster.Rows, payload.AsOf);
                }
            }
            else if (rosters.Teams == 0 && reader.ReadList(payload, raw => PlayerListPayload.Read(raw.Json(), context.Date, payload.AsOf)) is { Rows.Count: > 0 } list)
            {
                return Outcome.Of(list.Rows, FormattableString.Invariant($"{list.Rows.Count} players; {list.LeftOut.Count} of teams that are none of the thirty"), reader.Findings);
            }
        }

        if (rosters.Teams == 0 && reader.Refusal is { } refusal)
        {
            throw refusal;
        }

        var names = new NameCache(PlayerNameResolver.From(inputs.Rows<PlayersRegistryRow>(), inputs.Aliases));
        var rows = rosters.Resolve(context.Date, names);
        return Outcome.Of(rows, FormattableString.Invariant($"{rows.Count} players of {rosters.Teams} rosters of ESPN's"), [.. reader.Findings, .. rosters.Missing]);
    }
}
