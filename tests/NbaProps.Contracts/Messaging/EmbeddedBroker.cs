using NbaProps.Embedded.Broker;
using NbaProps.Shared.Messaging;

namespace NbaProps.Contracts.Messaging;

/// <summary>What one process has of the embedded broker: the file, the bus and, once started, the dispatcher. Back-offs are short.</summary>
public sealed class EmbeddedBroker : IRunningBus
{
    private readonly BrokerTopology _topology;

    public EmbeddedBroker(string folder, IReadOnlyList<string> topics, IReadOnlyList<Subscription> subscriptions, Func<BrokerOptions, BrokerOptions>? with = null)
    {
        _topology = new BrokerTopology(topics, subscriptions);
        var options = new BrokerOptions
        {
            DataDirectory = folder,
            PollInterval = TimeSpan.FromMilliseconds(20),
            MinBackoff = TimeSpan.FromMilliseconds(5),
            MaxBackoff = TimeSpan.FromMilliseconds(20),
            Lease = TimeSpan.Zero,
            AckDeadline = TimeSpan.FromSeconds(30),
        };
        File = BrokerFile.Open(with?.Invoke(options) ?? options, TimeProvider.System);
        Bus = new SqliteMessageBus(File, BusLog);
        DeadLetters = new SqliteDeadLetters(File);
        Dispatcher = new PushDispatcher(File, _topology, DispatcherLog);
    }

    public BrokerFile File { get; }

    public IMessageBus Bus { get; }

    public IDeadLetters DeadLetters { get; }

    public PushDispatcher Dispatcher { get; }

    public RecordingLogger<SqliteMessageBus> BusLog { get; } = new();

    public RecordingLogger<PushDispatcher> DispatcherLog { get; } = new();

    public Task StartAsync() => Dispatcher.StartAsync(CancellationToken.None);

    /// <summary>As <c>kill -9</c>: nothing more is recorded, the lock is gone.</summary>
    public async Task KillAsync()
    {
        await Dispatcher.KillAsync();
        await File.DisposeAsync();
    }

    public async Task QuietAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await Dispatcher.WaitUntilIdleAsync(patience.Token);
    }

    public Task<BrokerDepth> DepthAsync() => Dispatcher.GetDepthAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Dispatcher.DisposeAsync();
        await File.DisposeAsync();
    }
}
