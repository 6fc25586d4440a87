using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Shared.Messaging;

namespace NbaProps.EndToEnd.Support;

/// <summary>Knows when all that was published on Google's Pub/Sub emulator has been taken: a subscription of its own on every topic says what was published.</summary>
internal sealed class PublishedAndTaken
{
    private readonly PushRelay _relay;
    private readonly IReadOnlyList<string> _topics;
    private readonly IReadOnlyList<Subscription> _subscriptions;
    private readonly GoogleRestClient _client;
    private readonly PubSubNames _names;
    private readonly HashSet<(string Topic, string MessageId)> _published = [];

    private PublishedAndTaken(PushRelay relay, IReadOnlyList<string> topics, IReadOnlyList<Subscription> subscriptions, GoogleCloudOptions options)
    {
        (_relay, _topics, _subscriptions, _names) = (relay, topics, subscriptions, new(options.ProjectId ?? GoogleCloudOptions.EmulatedProject));
        _client = new(
            new Uri($"http://{options.PubSubEmulator}/"), options, new NoTokens(), new HttpMessageInvoker(GoogleRestClient.CreateHandler()), TimeProvider.System, () => 0.5,
            NullLogger<GoogleRestClient>.Instance);
    }

    public static async Task<PublishedAndTaken> StartAsync(PushRelay relay, IReadOnlyList<string> topics, IReadOnlyList<Subscription> subscriptions, GoogleCloudOptions options)
    {
        var counted = new PublishedAndTaken(relay, topics, subscriptions, options);
        foreach (var topic in topics)
        {
            var audit = new WireSubscription { Topic = counted._names.Topic(topic), AckDeadlineSeconds = 600 };
            (await counted.SendAsync(HttpMethod.Put, PubSubNames.Address(counted._names.Subscription(Audit(topic))), audit, PubSubJson.Short.WireSubscription)).RequireDone();
        }

        return counted;
    }

    /// <summary>Ends when every message was taken by all its subscriptions and none was published meanwhile: handlers publish before they answer.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (await PullAsync() > 0)
        {
            await _relay.UntilAsync(
                () => _published.All(message => _subscriptions.Where(subscription => subscription.Topic == message.Topic).All(subscription => _relay.IsTaken(subscription.Name, message.MessageId))),
                cancellationToken);
        }
    }

    private static string Audit(string topic) => $"audit-{topic}";

    private async Task<int> PullAsync()
    {
        var before = _published.Count;
        foreach (var topic in _topics)
        {
            while (true)
            {
                var answer = await SendAsync(HttpMethod.Post, PubSubNames.Address(_names.Subscription(Audit(topic)), "pull"), new PullRequest(1000, true), PubSubJson.Short.PullRequest);
                var received = answer.Read(PubSubJson.Short.PullResponse).ReceivedMessages ?? [];
                if (received.Count == 0)
                    break;
                _published.UnionWith(received.Select(one => (topic, one.Message!.MessageId!)));
            }
        }

        return _published.Count - before;
    }

    private Task<GoogleAnswer> SendAsync<T>(HttpMethod method, string address, T body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape) =>
        _client.SendAsync(GoogleRequest.Json("audit", method, address, body, shape) with { Repeatable = true }, CancellationToken.None);
}
