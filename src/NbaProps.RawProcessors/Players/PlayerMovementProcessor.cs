using NbaProps.RawProcessors.Captured;
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
        var captures = ChainCapture.NewestFirst(inputs, ScrapersPhase.PlayerMovement.Name);
        if (captures.Count == 0)
        {
            return Computation<NbacPlayerMovementRow>.NoData("no list of transactions was captured");
        }

        var reader = new CaptureReader();
        foreach (var payload in captures.Select(capture => capture.Payload))
        {
            if (reader.TryRead(payload, raw => PlayerMovementPayload.Read(raw.Json(), payload.AsOf), out var list))
            {
                NbacPlayerMovementRow[] rows = [.. list.Rows.Where(row => row.TransactionDate == context.Date)];
                return Outcome.Of(rows, FormattableString.Invariant($"{rows.Length} of {list.Rows.Count} lines are of {context.Date}; {list.LeftOut.Count} lines left out"), reader.Findings);
            }
        }

        reader.Require(anyRead: false);
        throw new InvalidOperationException("A payload was neither read nor refused.");
    }
}
