namespace NbaProps.Shared.Messaging;

/// <summary>Publishing, inside a run and before it replies. Delivery is at least once, in any order, possibly never.</summary>
public interface IMessageBus
{
    /// <summary>Hands the messages to the bus. When it throws, any part of them may have been published.</summary>
    Task PublishAsync(string topic, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken);
}

/// <summary>A message to publish.</summary>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Attributes">String attributes that travel beside the body.</param>
public sealed record OutgoingMessage(string Body, IReadOnlyDictionary<string, string> Attributes);

/// <summary>A message as a push endpoint receives it.</summary>
/// <param name="MessageId">The bus's id; a redelivery has the same one.</param>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Attributes">String attributes.</param>
/// <param name="DeliveryAttempt">1 at the first delivery; null where the bus does not say.</param>
public sealed record ReceivedMessage(
    string MessageId,
    string Body,
    IReadOnlyDictionary<string, string> Attributes,
    int? DeliveryAttempt);
