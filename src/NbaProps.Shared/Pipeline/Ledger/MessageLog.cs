using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Ledger;

/// <summary>Writes down what came of each message. A log that cannot be written is said so and holds nothing up: the outcome itself is in the units.</summary>
internal sealed class MessageLog(IStateStore state, TimeProvider time, string instance, RunMonitor monitor)
{
    // A fan-out over a whole season names thousands of units.
    private const int LongestOutcome = 1_000;

    public async Task WriteAsync(ReceivedMessage message, Hint? hint, HintAnswer answer, CancellationToken cancellationToken)
    {
        var document = new MessageDocument
        {
            MessageId = message.MessageId,
            Instance = instance,
            DeliveryAttempt = message.DeliveryAttempt,
            Kind = hint?.Kind,
            Unit = hint?.Unit,
            CorrelationId = hint?.CorrelationId,
            Origin = hint?.Origin,
            Disposition = answer.Disposition,
            Outcome = answer.Reason.Length > LongestOutcome ? answer.Reason[..LongestOutcome] : answer.Reason,
            HandledAt = time.GetUtcNow(),
        };
        try
        {
            await state.CommitAsync([new DocumentWrite(document.Path, StateJson.Write(document), Precondition.None)], cancellationToken);
        }
        catch (Exception failure) when (Faults.Classify(failure) != FaultKind.Defect && !cancellationToken.IsCancellationRequested)
        {
            monitor.MessageNotLogged(message.MessageId, failure);
        }
    }
}
