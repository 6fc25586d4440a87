using System.Globalization;

using NbaProps.RawProcessors.Odds;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors;

/// <summary>The date's points lines of all captures, with the game that each belongs to.</summary>
public sealed class PlayerPointsPropsProcessor : IProcessor<OddsApiPlayerPointsPropsRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.PlayerPointsProps;

    /// <inheritdoc/>
    public Computation<OddsApiPlayerPointsPropsRow> Compute(IInputs inputs, RunContext context)
    {
        var captures = inputs.Captures(ScrapersPhase.PlayerPointsProps.Name);
        if (captures.Count == 0)
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

        var rows = reading.Rows;
        var counted = string.Create(CultureInfo.InvariantCulture, $"{rows.Count} lines of {rows.Select(row => row.GameId).Distinct().Count()} games");
        return reading.Missing is { } missing
            ? Computation<OddsApiPlayerPointsPropsRow>.Degraded(rows, $"{counted}; {missing}")
            : Computation<OddsApiPlayerPointsPropsRow>.Of(rows, counted);
    }
}
