using System.Globalization;

using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors;

/// <summary>The date's games from the newest captured schedule; a game that it no longer lists on the date is gone.</summary>
public sealed class ScheduleProcessor : IProcessor<NbacScheduleRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.Schedule;

    /// <inheritdoc/>
    public Computation<NbacScheduleRow> Compute(IInputs inputs, RunContext context)
    {
        var captures = inputs.Captures(ScrapersPhase.Schedule.Name);
        if (captures.Count == 0)
        {
            return Computation<NbacScheduleRow>.NoData("no schedule was captured");
        }

        using var payload = PayloadDocument.Parse(captures[^1]);
        var (rows, leftOut) = SchedulePayload.GamesOf(payload.Root, context.Date, captures[^1].CapturedAt);
        var others = leftOut.Count == 0
            ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"; {leftOut.Count} left out, not between two of the thirty teams: {string.Join(", ", leftOut)}");
        return Computation<NbacScheduleRow>.Of(rows, string.Create(CultureInfo.InvariantCulture, $"{rows.Count} games{others}"));
    }
}
