using System.Globalization;

using NbaProps.RawProcessors.Payloads;
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

        var reading = new PropsReading(context.Date, inputs.Rows<NbacScheduleRow>());
        foreach (var capture in captures)
        {
            using var payload = PayloadDocument.Parse(capture);
            if (OddsPayload.EventOrNull(payload.Root, capture.CapturedAt) is { } odds)
            {
                reading.Take(odds, capture.AsOf);
            }
        }

        // Game by game: two sources of one game would have a book twice, with one price late.
        var games = reading.Rows.Select(row => row.GameId).ToHashSet();
        var (others, missingOfOthers) = standIn.Count == 0 ? ([], null) : BettingProsProps.Rows(standIn, inputs.Rows<NbacScheduleRow>(), context.Date);
        IReadOnlyList<OddsApiPlayerPointsPropsRow> rows = [.. reading.Rows, .. others.Where(row => !games.Contains(row.GameId))];
        var counted = string.Create(CultureInfo.InvariantCulture, $"{rows.Count} lines of {rows.Select(row => row.GameId).Distinct().Count()} games");
        var missing = string.Join("; ", new[] { reading.Missing, missingOfOthers }.OfType<string>());
        return missing.Length > 0
            ? Computation<OddsApiPlayerPointsPropsRow>.Degraded(rows, $"{counted}; {missing}")
            : Computation<OddsApiPlayerPointsPropsRow>.Of(rows, counted);
    }
}
