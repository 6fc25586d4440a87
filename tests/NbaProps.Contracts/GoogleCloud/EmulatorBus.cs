using System.Collections.Concurrent;

using NbaProps.Contracts.Messaging;
using NbaProps.GoogleCloud.Firestore;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.State;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>Pub/Sub's emulator with one project's topics and subscriptions. It says nothing of what is under way: what it is to deliver is counted here.</summary>
internal sealed class EmulatorBus : IRunningBus
{
    private const int Attempts = 5;

    private readonly PushReceiver _receiver;
    private readonly IReadOnlyList<Subscription> _subscriptions;
    private readonly CountingBus _bus;

    private EmulatorBus(PushReceiver receiver, IReadOnlyList<Subscription> subscriptions, CountingBus bus, IStateStore state, PubSubDeadLetters deadLetters)
    {
        _receiver = receiver;
        _subscriptions = subscriptions;
        _bus = bus;
        State = state;
        DeadLetters = deadLetters;
    }

    public IMessageBus Bus => _bus;

    public IDeadLetters DeadLetters { get; }

    /// <summary>Where dead letters are kept.</summary>
    public IStateStore State { get; }

    /// <summary>The emulator's waits are whole seconds, and start at one.</summary>
    public static PubSubOptions Options { get; } = new()
    {
        MinBackoff = TimeSpan.FromSeconds(1), MaxBackoff = TimeSpan.FromSeconds(1), MaxDeliveryAttempts = Attempts, AckDeadline = TimeSpan.FromSeconds(60),
    };

    public static async Task<EmulatorBus> StartAsync(
        PushReceiver receiver, string project, IReadOnlyList<string> topics, IReadOnlyList<Subscription> subscriptions)
    {
        var client = await GoogleEmulators.PubSubAsync();
        await new PubSubTopology(client, project, Options, identity: null).DeclareAsync(topics, subscriptions, default);
        var state = new FirestoreStateStore(await GoogleEmulators.FirestoreAsync(), project, "(default)", StateCollections.Asked);
        return new EmulatorBus(receiver, subscriptions, new CountingBus(new PubSubMessageBus(client, project)), state, new PubSubDeadLetters(client, state, project, Options));
    }

    /// <summary>The emulator takes every 2xx for an acknowledgement, where Pub/Sub takes five statuses.</summary>
    public static bool IsAcknowledgement(int status) => status is >= 200 and < 300;

    public Task QuietAsync() => _receiver.UntilAsync(_ => _subscriptions.All(IsDone));

    // Nothing is left to deploy away: the project is this test's alone.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private bool IsDone(Subscription subscription)
    {
        var answered = _receiver.Answered.Where(one => one.Push.Envelope.Subscription!.EndsWith($"/{subscription.Name}", StringComparison.Ordinal))
            .GroupBy(one => one.Push.Message.MessageId, StringComparer.Ordinal);
        return answered.Count(IsOver) >= _bus.Published.GetValueOrDefault(subscription.Topic);

        bool IsOver(IGrouping<string, (Push Push, int Status)> pushes) =>
            pushes.Any(one => IsAcknowledgement(one.Status)) || pushes.Count() >= (subscription.MaxDeliveryAttempts ?? Attempts);
    }

    private sealed class CountingBus(IMessageBus bus) : IMessageBus
    {
        public ConcurrentDictionary<string, int> Published { get; } = new(StringComparer.Ordinal);

        public async Task PublishAsync(string topic, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
        {
            await bus.PublishAsync(topic, messages, cancellationToken);
            Published.AddOrUpdate(topic, messages.Count, (_, before) => before + messages.Count);
        }
    }
}
