using System.Globalization;

using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Quality;

namespace NbaProps.RawProcessors;

/// <summary>Names in the date's points lines that resolve to no player, for review.</summary>
public sealed class UnresolvedPlayerNamesProcessor : IProcessor<UnresolvedPlayerNameRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.UnresolvedPlayerNames;

    /// <inheritdoc/>
    public Computation<UnresolvedPlayerNameRow> Compute(IInputs inputs, RunContext context)
    {
        var props = inputs.Rows<OddsApiPlayerPointsPropsRow>();
        if (props.Count == 0)
        {
            return Computation<UnresolvedPlayerNameRow>.NoData("no points lines on the date");
        }

        var resolver = PlayerNameResolver.From(inputs.Rows<PlayersRegistryRow>());
        var names = props.GroupBy(row => (row.Source, row.NameKey, row.GameId)).ToArray();
        var rows = names
            .Select(name => (Rows: name.ToArray(), Answer: resolver.Resolve(name.Key.NameKey, name.First().HomeTeam, name.First().AwayTeam)))
            .Where(name => name.Answer.Player is null)
            .Select(name => Row(name.Rows, name.Answer.Method, context))
            .OrderBy(row => row.NameSource, StringComparer.Ordinal)
            .ThenBy(row => row.NameKey)
            .ThenBy(row => row.GameId)
            .ToArray();
        return Computation<UnresolvedPlayerNameRow>.Of(
            rows, string.Create(CultureInfo.InvariantCulture, $"{rows.Length} of {names.Length} names are nobody's or several players'"));
    }

    private UnresolvedPlayerNameRow Row(IReadOnlyList<OddsApiPlayerPointsPropsRow> rows, NameResolutionMethod why, RunContext context) => new()
    {
        GameDate = context.Date,
        NameSource = rows[0].Source,
        NameKey = rows[0].NameKey,
        GameId = rows[0].GameId,
        PlayerName = rows.Select(row => row.PlayerName).Order(StringComparer.Ordinal).First(),
        HomeTeam = rows[0].HomeTeam,
        AwayTeam = rows[0].AwayTeam,
        Reason = why == NameResolutionMethod.Ambiguous ? "ambiguous" : "unknown",
        Occurrences = rows.Count,
        Source = Declaration.Name,
        AsOf = context.AsOf,
    };
}
