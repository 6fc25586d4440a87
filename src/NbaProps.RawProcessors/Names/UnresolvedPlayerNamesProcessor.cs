using System.Globalization;

using NbaProps.RawProcessors.Chains;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Quality;

namespace NbaProps.RawProcessors.Names;

/// <summary>Names that any source of the date writes and that resolve to no player, for review.</summary>
public sealed class UnresolvedPlayerNamesProcessor : IProcessor<UnresolvedPlayerNameRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.UnresolvedPlayerNames;

    /// <inheritdoc/>
    public Computation<UnresolvedPlayerNameRow> Compute(IInputs inputs, RunContext context)
    {
        var reader = new PayloadReader();
        var mentions = new NameMentions(inputs, reader).All;
        if (mentions.Count == 0 && reader.Findings.Count == 0)
        {
            return Computation<UnresolvedPlayerNameRow>.NoData("no source has a name on the date");
        }

        var names = new NameCache(PlayerNameResolver.From(inputs.Rows<PlayersRegistryRow>(), inputs.Aliases));
        var rows = mentions
            .Select(mention => (Mention: mention, Method: MethodOf(mention, names)))
            .Where(name => name.Method is NameResolutionMethod.Unknown or NameResolutionMethod.Ambiguous or NameResolutionMethod.AliasOfUnseen)
            .GroupBy(name => (name.Mention.Source, name.Mention.NameKey, name.Mention.Game.Id))
            .Select(name => Row([.. name.Select(one => one.Mention)], ReasonOf([.. name.Select(one => one.Method)]), context))
            .OrderBy(row => row.NameSource, StringComparer.Ordinal)
            .ThenBy(row => row.NameKey)
            .ThenBy(row => row.GameId)
            .ToArray();
        var all = mentions.Select(mention => (mention.Source, mention.NameKey, mention.Game.Id)).Distinct().Count();
        return Outcome.Of(rows, string.Create(CultureInfo.InvariantCulture, $"{rows.Length} of {all} names are nobody's or several players'"), reader.Findings);
    }

    private static NameResolutionMethod MethodOf(NameMention mention, NameCache names) => mention.Told
        ?? names.Resolve(mention.Source, mention.NameKey, mention.Team ?? mention.Game.Home, mention.Team ?? mention.Game.Away).Method;

    private static string ReasonOf(IReadOnlyList<NameResolutionMethod> methods) => methods.Contains(NameResolutionMethod.Ambiguous) ? "ambiguous"
        : methods.Contains(NameResolutionMethod.AliasOfUnseen) ? "not_seen"
        : "unknown";

    private UnresolvedPlayerNameRow Row(IReadOnlyList<NameMention> mentions, string reason, RunContext context) => new()
    {
        GameDate = context.Date,
        NameSource = mentions[0].Source,
        NameKey = mentions[0].NameKey,
        GameId = mentions[0].Game.Id,
        PlayerName = mentions.Select(mention => mention.PlayerName).Order(StringComparer.Ordinal).First(),
        HomeTeam = mentions[0].Game.Home,
        AwayTeam = mentions[0].Game.Away,
        Reason = reason,
        Occurrences = mentions.Count,
        Source = Declaration.Name,
        AsOf = context.AsOf,
    };
}
