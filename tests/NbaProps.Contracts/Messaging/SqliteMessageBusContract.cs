using NbaProps.Shared.Messaging;

namespace NbaProps.Contracts.Messaging;

public sealed class SqliteMessageBusContract : MessageBusContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override TimeSpan ShortDeadline => TimeSpan.FromMilliseconds(50);

    public void Dispose() => _folder.Dispose();

    protected override async Task<IRunningBus> StartAsync(IReadOnlyList<string> topics, IReadOnlyList<Subscription> subscriptions)
    {
        var broker = new EmbeddedBroker(_folder.Path, topics, subscriptions);
        await broker.StartAsync();
        return broker;
    }
}
