using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>The promises of the bus, on scratch topics with scratch subscriptions.</summary>
internal sealed class BusVerification : IPortVerification
{
    private const int PullAttempts = 20;

    private static readonly TimeSpan PullPause = TimeSpan.FromSeconds(1);

    private readonly GoogleRestClient _client;
    private readonly TimeProvider _time;
    private readonly PubSubNames _names;
    private readonly PubSubMessageBus _bus;
    private readonly PubSubTopology _topology;
    private readonly PubSubOptions _options;
    private readonly string _topic;
    private readonly string _pulled;

    public BusVerification(GoogleRestClient client, VerificationPlan plan, TimeProvider time)
    {
        var run = plan.Run.Replace('_', '-');
        (_client, _time, _names, _topic, _pulled) = (client, time, new(plan.Project), $"nbaprops-{run}", $"nbaprops-{run}-pulled");
        _options = plan.PubSub with { DeadLetterTopic = $"nbaprops-{run}-dead" };
        _bus = new(client, plan.Project);
        _topology = new(client, plan.Project, _options, identity: null);
        Checks =
        [
            new("topics and push subscriptions are declared; a second time changes nothing", DeclareAsync),
            new("what is published arrives, with body and attributes", PublishAsync),
            new("a topic that is not declared takes nothing", UndeclaredAsync),
        ];
    }

    public string Port => "bus";

    public IReadOnlyList<PortCheck> Checks { get; }

    // Nobody listens there: the name is one that never is.
    private Subscription Pushed => new($"{_topic}-pushed", _topic, new Uri("https://nbaprops.invalid/pubsub/push")) { RequiredAttribute = "never" };

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _topology.DeclareAsync([_topic], [], cancellationToken);
        var subscription = new WireSubscription { Topic = _names.Topic(_topic), AckDeadlineSeconds = 60 };
        var create = GoogleRequest.Json("Pub/Sub create subscription", HttpMethod.Put, PubSubNames.Address(_names.Subscription(_pulled)), subscription, PubSubJson.Short.WireSubscription);
        var answer = await _client.SendAsync(create with { Repeatable = true }, cancellationToken);
        if (answer.Meaning != StatusMeaning.AlreadyThere)
        {
            answer.RequireDone();
        }
    }

    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        string[] all =
        [
            _names.Subscription(_pulled), _names.Subscription(Pushed.Name), _names.Subscription(_options.DeadLetterSubscription), _names.Topic(_topic), _names.Topic(_options.DeadLetterTopic),
        ];
        var cleaning = new Cleaning(_client);
        foreach (var name in all)
        {
            await cleaning.DeleteAsync(name, "Pub/Sub delete", PubSubNames.Address(name), cancellationToken);
        }

        cleaning.RequireNothingLeft();
    }

    private async Task<string?> DeclareAsync(CancellationToken cancellationToken)
    {
        await _topology.DeclareAsync([_topic], [Pushed], cancellationToken);
        await _topology.DeclareAsync([_topic], [Pushed], cancellationToken);
        return null;
    }

    private async Task<string?> PublishAsync(CancellationToken cancellationToken)
    {
        string[] bodies = ["""{"n":1}""", """{"n":"\u00e9 \ud83c\udfc0"}"""];
        await _bus.PublishAsync(_topic, [.. bodies.Select(body => new OutgoingMessage(body, new Dictionary<string, string>(StringComparer.Ordinal) { ["run"] = _topic }))], cancellationToken);
        var arrived = new SortedSet<string>(StringComparer.Ordinal);
        for (var attempt = 1; arrived.Count < bodies.Length && attempt <= PullAttempts; attempt++)
        {
            if (attempt > 1)
            {
                await Pause.ForAsync(PullPause, _time, cancellationToken);
            }

            foreach (var message in await PullAsync(cancellationToken))
            {
                var run = message.Attributes?.GetValueOrDefault("run");
                arrived.Add($"{System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(message.Data ?? string.Empty))} of {run}");
            }
        }

        return arrived.SetEquals(bodies.Select(body => $"{body} of {_topic}")) ? null : $"arrived were {(arrived.Count == 0 ? "none" : string.Join("; ", arrived))}";
    }

    private async Task<IReadOnlyList<WireMessage>> PullAsync(CancellationToken cancellationToken)
    {
        var address = _names.Subscription(_pulled);
        var pull = GoogleRequest.Json("Pub/Sub pull", HttpMethod.Post, PubSubNames.Address(address, "pull"), new PullRequest(10, ReturnImmediately: true), PubSubJson.Short.PullRequest);
        var received = (await _client.SendAsync(pull with { Repeatable = true }, cancellationToken)).Read(PubSubJson.Short.PullResponse).ReceivedMessages ?? [];
        if (received.Count > 0)
        {
            var acknowledge = GoogleRequest.Json(
                "Pub/Sub acknowledge", HttpMethod.Post, PubSubNames.Address(address, "acknowledge"), new AcknowledgeRequest([.. received.Select(one => one.AckId)]), PubSubJson.Short.AcknowledgeRequest);
            (await _client.SendAsync(acknowledge with { Repeatable = true }, cancellationToken)).RequireDone();
        }

        return [.. received.Select(one => one.Message).OfType<WireMessage>()];
    }

    private async Task<string?> UndeclaredAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _bus.PublishAsync($"{_topic}-none", [new OutgoingMessage("{}", new Dictionary<string, string>(StringComparer.Ordinal))], cancellationToken);
            return "it took a message";
        }
        catch (PermanentException)
        {
            return null;
        }
    }
}
