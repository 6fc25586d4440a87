using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>Step 8: publishes what a commit promised, then takes it out of the outbox. What fails stays for the tick.</summary>
internal sealed class OutboxPublisher(PipelineManifest manifest, IMessageBus bus, StateCalls calls, RuntimeOptions options, RunMonitor monitor)
{
    /// <summary>Publishes a unit's outbox after its run.</summary>
    public async Task PublishAsync(HeldUnit held, CancellationToken cancellationToken)
    {
        var messages = held.Document.Outbox;
        if (messages.Count == 0)
        {
            return;
        }

        try
        {
            await SendAsync(messages, cancellationToken);
            await held.ChangeAsync(document => Without(document, messages), [], cancellationToken);
        }
        catch (Exception failure) when (failure is not LeaseLostException && !cancellationToken.IsCancellationRequested)
        {
            // The outcome is in state and the promise is kept with it: the tick finds an outbox that is older than its patience.
            monitor.OutboxKept(held.Document, failure);
        }
        catch (LeaseLostException)
        {
            // Published, and the next run has the unit already: it will publish the same ids again, which changes nothing.
            monitor.OutboxTakenOver(held.Document);
        }
    }

    /// <summary>Publishes what an earlier run promised and could not publish, when nobody holds the unit and it has waited long enough.</summary>
    /// <param name="read">The unit as it was just read.</param>
    /// <param name="unit">What was read; null when there is nothing.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public async Task PublishStrandedAsync(StateRead read, UnitDocument? unit, CancellationToken cancellationToken)
    {
        if (read.Document is not { } stored
            || unit is not { Outbox.Count: > 0 } document
            || document.IsHeld(read.StoreTime)
            || read.StoreTime - document.OutboxSince <= options.OutboxPatience)
        {
            return;
        }

        await SendAsync(document.Outbox, cancellationToken);
        var write = UnitWrites.Of(Without(document, document.Outbox), read.StoreTime, Precondition.VersionIs(stored.Version));
        // A conflict or a lost answer leaves them for another look: the same ids again, which changes nothing.
        await calls.CommitAsync([write], _ => Task.FromResult<CommitResult?>(new CommitResult.Conflict(stored.Path)), cancellationToken);
    }

    private async Task SendAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var topic in messages.GroupBy(message => message.Topic, StringComparer.Ordinal))
        {
            await bus.PublishAsync(topic.Key, topic.Select(message => ToOutgoing(manifest, message)).ToArray(), cancellationToken);
        }
    }

    // Who reads the unit is told beside the body, where a subscription can ask for it: the manifest decides it now, not when it was promised.
    internal static OutgoingMessage ToOutgoing(PipelineManifest manifest, OutboxMessage message)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["hint_id"] = message.Id };
        if (StateJson.Read<Hint>(message.Body) is { Kind: HintKind.Completed } hint)
        {
            foreach (var reader in manifest.DependentsOf(hint.Key.Processor))
            {
                attributes[Topics.ReadBy(reader.Processor.Phase)] = "true";
            }
        }

        return new OutgoingMessage(message.Body, attributes);
    }

    internal static UnitDocument Without(UnitDocument document, IReadOnlyList<OutboxMessage> published)
    {
        var left = document.Outbox.Where(message => !published.Contains(message)).ToArray();
        return document with { Outbox = left, OutboxSince = left.Length == 0 ? null : document.OutboxSince };
    }
}
