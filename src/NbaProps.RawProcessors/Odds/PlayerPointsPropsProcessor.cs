using System.Globalization;

using NbaProps.RawProcessors.Chains;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Odds;

/// <summary>The date's points lines of all captures, with the game that each belongs to.</summary>
public sealed class PlayerPointsPropsProcessor : IProcessor<OddsApiPlayerPointsPropsRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.PlayerPointsProps;

    /// <inheritdoc/>
    public Computation<OddsApiPlayerPointsPropsRow> Compute(IInputs inputs, RunContext context)
    {
        var captures = inputs.Captures(ScrapersPhase.PlayerPointsProps.Name);
        var standIn = inputs.Captures(ScrapersPhase.PointsBettingPros.Name);
        if (captures.Count + standIn.Count == 0)
        {
            return Computation<OddsApiPlayerPointsPropsRow>.NoData("no odds were captured");
        }

        var reader = new PayloadReader();
        var schedule = inputs.Rows<NbacScheduleRow>();
        var (own, missing) = PointsProps.Rows(captures, schedule, context.Date, reader);

        // Game by game: two sources of one game would have a book twice, with one price late.
        var games = own.Select(row => row.GameId).ToHashSet();
        var (others, missingOfOthers) = BettingProsProps.Rows(standIn, schedule, context.Date, reader);
        reader.ThrowIfAllWereRefused();
        IReadOnlyList<OddsApiPlayerPointsPropsRow> rows = [.. own, .. others.Where(row => !games.Contains(row.GameId))];
        var counted = string.Create(CultureInfo.InvariantCulture, $"{rows.Count} lines of {rows.Select(row => row.GameId).Distinct().Count()} games");
        return Outcome.Of(rows, counted, [.. new[] { missing, missingOfOthers }.OfType<string>(), .. reader.Findings]);
    }
}
