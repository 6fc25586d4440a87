using NbaProps.RawProcessors.Chains;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Referees;

/// <summary>Who is at the replay centre for the date's games.</summary>
public sealed class RefereeReplayCenterProcessor : IProcessor<NbacRefereeReplayCenterRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.RefereeReplayCenter;

    /// <inheritdoc/>
    public Computation<NbacRefereeReplayCenterRow> Compute(IInputs inputs, RunContext context)
    {
        var reader = new PayloadReader();
        if (RefereeProcessing.Newest(inputs, context.Date, RefereePayload.ReplayCenter, row => row.GameDate, reader) is not { } reading)
        {
            return Computation<NbacRefereeReplayCenterRow>.NoData("no list of officials was captured");
        }

        var counted = FormattableString.Invariant($"{reading.Rows.Count} officials") + (reading.LeftOut.Count == 0 ? string.Empty : $"; left out: {Outcome.Listed(reading.LeftOut)}");
        return Outcome.Of(reading.Rows, counted, reader.Findings);
    }
}
