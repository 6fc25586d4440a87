using System.Text;

using NbaProps.Contracts.Messaging;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.GoogleCloud.Verification;
using NbaProps.Shared.Messaging;

namespace NbaProps.Contracts.Project;

/// <summary>
/// Pub/Sub with topics and subscriptions of one test. They are declared as in production and then made to be pulled from; what is pulled is handed to the receiver as a push would be,
/// and acknowledged, refused or left alone by what it answers.
/// </summary>
internal sealed class PulledBus : IRunningBus
{
    private const int MessagesPerPull = 100;

    private static readonly TimeSpan PullPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // A message that a filter lets through by mistake comes as fast as others.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private readonly GoogleRestClient _client;
    private readonly VerificationPlan _plan;
    private readonly string _test;
    private readonly PubSubNames _names;
    private readonly PushReceiver _receiver;
    private readonly IReadOnlyList<Subscription> _subscriptions;
    private readonly ScratchBus _bus;
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _pulling = [];

    private PulledBus(GoogleRestClient client, VerificationPlan plan, string test, IReadOnlyList<Subscription> subscriptions, PushReceiver receiver)
    {
        (_client, _plan, _test, _subscriptions, _receiver, _names) = (client, plan, test, subscriptions, receiver, new(plan.Project));
        _bus = new(new PubSubMessageBus(client, plan.Project), topic => plan.Names.Messages(test, topic), subscriptions);
    }

    /// <summary>Where nothing ever listens: what is declared pushes there, and nothing is published before it is pulled from.</summary>
    public static Uri Nowhere { get; } = new("https://nbaprops.invalid/pubsub/push");

    /// <summary>The shortest waits that the emulator takes as well.</summary>
    public static PubSubOptions Options { get; } = new()
    {
        MinBackoff = TimeSpan.FromSeconds(1), MaxBackoff = TimeSpan.FromSeconds(1), MaxDeliveryAttempts = 5, AckDeadline = TimeSpan.FromSeconds(60),
    };

    public IMessageBus Bus => _bus;

    public static async Task<PulledBus> StartAsync(
        GoogleRestClient client, VerificationPlan plan, string test, IReadOnlyList<string> topics, IReadOnlyList<Subscription> subscriptions, PushReceiver receiver)
    {
        var bus = new PulledBus(client, plan, test, subscriptions, receiver);
        var topology = new PubSubTopology(client, plan.Project, Options with { DeadLetterTopic = plan.Names.Messages(test, "dead") }, identity: null);
        await topology.DeclareAsync(
            [.. topics.Select(topic => plan.Names.Messages(test, topic))],
            [.. subscriptions.Select(one => one with { Name = plan.Names.Messages(test, one.Name), Topic = plan.Names.Messages(test, one.Topic), PushEndpoint = Nowhere })],
            default);
        foreach (var subscription in subscriptions)
        {
            await bus.SendAsync(subscription, "modifyPushConfig", """{"pushConfig":{}}""");
            bus._pulling.Add(Task.Run(() => bus.PullAsync(subscription)));
        }

        return bus;
    }

    public async Task QuietAsync()
    {
        await _receiver.UntilAsync(_ => _subscriptions.All(IsDone), Patience);
        if (_bus.HeldBack)
            await Task.Delay(Silence);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_pulling);
        _http.Dispose();
        _stop.Dispose();
    }

    private bool IsDone(Subscription subscription)
    {
        var answered = _receiver.Answered.Where(one => one.Push.Path == $"/{subscription.Name}").GroupBy(one => one.Push.Message.MessageId, StringComparer.Ordinal);
        return answered.Count(IsOver) >= _bus.ExpectedAt(subscription);

        bool IsOver(IGrouping<string, (Push Push, int Status)> pushes) =>
            pushes.Any(one => PushReply.IsAcknowledgement(one.Status)) || pushes.Count() >= (subscription.MaxDeliveryAttempts ?? Options.MaxDeliveryAttempts);
    }

    private async Task PullAsync(Subscription subscription)
    {
        var handling = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            var pull = GoogleRequest.Json("Pub/Sub pull", HttpMethod.Post, AddressOf(subscription, "pull"), new PullRequest(MessagesPerPull, ReturnImmediately: true), PubSubJson.Short.PullRequest);
            var received = (await _client.SendAsync(pull with { Repeatable = true }, default)).Read(PubSubJson.Short.PullResponse).ReceivedMessages ?? [];
            handling.AddRange(received.Select(one => Task.Run(() => HandAsync(subscription, one))));
            if (received.Count == 0)
                await Task.Delay(PullPause);
        }

        await Task.WhenAll(handling);
    }

    private async Task HandAsync(Subscription subscription, WireReceived received)
    {
        var message = received.Message!;
        var attributes = message.Attributes ?? new Dictionary<string, string>();
        var body = Encoding.UTF8.GetString(Convert.FromBase64String(message.Data ?? string.Empty));
        var envelope = new PushEnvelope(
            new ReceivedMessage(message.MessageId!, body, attributes, received.DeliveryAttempt), $"projects/{_plan.Project}/subscriptions/{subscription.Name}", message.PublishTime);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        deadline.CancelAfter(subscription.AckDeadline ?? Options.AckDeadline);
        using var content = new ByteArrayContent(envelope.ToUtf8Json()) { Headers = { ContentType = new("application/json") } };
        try
        {
            using var answer = await _http.PostAsync(subscription.PushEndpoint, content, deadline.Token);
            var isTaken = PushReply.IsAcknowledgement((int)answer.StatusCode);
            var ids = System.Text.Json.JsonSerializer.Serialize(new[] { received.AckId });
            await SendAsync(subscription, isTaken ? "acknowledge" : "modifyAckDeadline", isTaken ? $$"""{"ackIds":{{ids}}}""" : $$"""{"ackIds":{{ids}},"ackDeadlineSeconds":0}""");
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            // Nobody answered: the subscription's own deadline brings it again.
        }
    }

    private async Task SendAsync(Subscription subscription, string method, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var request = new GoogleRequest($"Pub/Sub {method}", HttpMethod.Post, new Uri(AddressOf(subscription, method), UriKind.Relative))
        {
            Content = () => new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } }, Repeatable = true,
        };
        (await _client.SendAsync(request, default)).RequireDone();
    }

    private string AddressOf(Subscription subscription, string method) => PubSubNames.Address(_names.Subscription(_plan.Names.Messages(_test, subscription.Name)), method);
}
