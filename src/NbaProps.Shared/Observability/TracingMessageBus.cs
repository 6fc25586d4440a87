using NbaProps.Shared.Messaging;

namespace NbaProps.Shared.Observability;

/// <summary>Publishes through another bus, in a span whose context travels on each message.</summary>
/// <param name="inner">The bus.</param>
/// <param name="activities">The publishing service's spans.</param>
public sealed class TracingMessageBus(IMessageBus inner, PipelineActivity activities) : IMessageBus
{
    /// <inheritdoc/>
    public async Task PublishAsync(string topic, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        using var activity = activities.StartProducer(topic, messages.Count);
        try
        {
            await inner.PublishAsync(topic, messages.Select(PipelineActivity.Traced).ToArray(), cancellationToken);
        }
        catch (Exception failure)
        {
            PipelineActivity.Fail(activity, failure);
            throw;
        }
    }
}
