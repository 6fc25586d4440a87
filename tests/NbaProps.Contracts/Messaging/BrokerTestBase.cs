using NbaProps.Embedded.Broker;
using NbaProps.Shared.Messaging;

namespace NbaProps.Contracts.Messaging;

/// <summary>A folder, an endpoint, and as many brokers on them as a test wants.</summary>
public abstract class BrokerTestBase : IAsyncLifetime
{
    protected const string Games = "games-complete";
    private readonly TemporaryFolder _folder = new();

    protected string Folder => _folder.Path;

    protected PushReceiver Receiver { get; private set; } = null!;

    public async Task InitializeAsync() => Receiver = await PushReceiver.StartAsync();

    public async Task DisposeAsync()
    {
        await Receiver.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A broker with the subscription <c>analytics</c> of one topic, unless told otherwise; not started.</summary>
    protected EmbeddedBroker Broker(Func<BrokerOptions, BrokerOptions>? with = null, params Subscription[] subscriptions) =>
        new(Folder, [Games], subscriptions.Length > 0 ? subscriptions : [To("analytics")], with);

    protected async Task<EmbeddedBroker> StartedAsync(Func<BrokerOptions, BrokerOptions>? with = null, params Subscription[] subscriptions)
    {
        var broker = Broker(with, subscriptions);
        await broker.StartAsync();
        return broker;
    }

    protected Subscription To(string name) => new(name, Games, Receiver.Endpoint(name));

    protected static SubscriptionDepth Of(BrokerDepth depth, string subscription) => depth.Subscriptions.Single(one => one.Name == subscription);
}
