using NbaProps.RawProcessors.Chains;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Players;

/// <summary>The date's transactions from the newest captured list; where that cannot be read, from the one before it.</summary>
public sealed class PlayerMovementProcessor : IProcessor<NbacPlayerMovementRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.PlayerMovement;

    /// <inheritdoc/>
    public Computation<NbacPlayerMovementRow> Compute(IInputs inputs, RunContext context)
    {
        var captures = inputs.Captures(ScrapersPhase.PlayerMovement.Name);
        if (captures.Count == 0)
        {
            return Computation<NbacPlayerMovementRow>.NoData("no list of transactions was captured");
        }

        var reader = new PayloadReader();
        var list = captures.Reverse().Select(capture => reader.ReadList(capture, raw => PlayerMovementPayload.Read(raw.Json(), capture.AsOf))).FirstOrDefault(read => read is not null)
            ?? throw reader.Refusal!;
        NbacPlayerMovementRow[] rows = [.. list.Rows.Where(row => row.TransactionDate == context.Date)];
        return Outcome.Of(rows, FormattableString.Invariant($"{rows.Length} of {list.Rows.Count} lines are of {context.Date}; {list.LeftOut.Count} lines left out"), reader.Findings);
    }
}
