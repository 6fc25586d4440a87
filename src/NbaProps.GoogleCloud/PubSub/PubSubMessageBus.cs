using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.PubSub;

/// <summary>Publishes to Pub/Sub, before the call returns.</summary>
/// <remarks>
/// A request whose answer was lost is sent again: what was published twice is delivered twice, which every receiver has to bear anyway. When a call throws, any
/// part of its messages may have been published.
/// </remarks>
/// <param name="client">The way to Pub/Sub.</param>
/// <param name="project">The project's id.</param>
public sealed class PubSubMessageBus(GoogleRestClient client, string project) : IMessageBus
{
    private readonly PubSubNames _names = new(project);

    /// <inheritdoc/>
    public async Task PublishAsync(string topic, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken) =>
        await SendAsync(topic, messages, cancellationToken);

    /// <summary>Publishes, and answers the ids of the messages in their order.</summary>
    internal async Task<IReadOnlyList<string>> SendAsync(string topic, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        var ids = new List<string>(messages.Count);
        foreach (var batch in PublishBatches.Of(topic, messages))
        {
            var request = GoogleRequest.Json(
                "Pub/Sub publish", HttpMethod.Post, PubSubNames.Address(_names.Topic(topic), "publish"), new PublishRequest(batch), PubSubJson.Short.PublishRequest);
            var answer = await client.SendAsync(request with { Repeatable = true }, cancellationToken);
            if (answer.Meaning == StatusMeaning.NotFound)
            {
                throw new PermanentException($"The topic '{topic}' is not declared in project '{project}': {answer.Error}");
            }

            ids.AddRange(answer.Read(PubSubJson.Short.PublishResponse).MessageIds ?? []);
        }

        return ids;
    }
}
