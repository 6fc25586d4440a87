using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Embedded.Broker;
using NbaProps.Shared.Messaging;

using Xunit.Abstractions;

namespace NbaProps.Contracts.Messaging;

/// <summary>A hundred times the messages of a day at once.</summary>
[Collection(Alone.Name)]
public sealed class BurstTests(ITestOutputHelper output) : IDisposable
{
    private const int Messages = 60_000;
    private const int AtOnce = 500;
    private const int BodyLength = 400;
    private const int RefusesEvery = 500;

    private static readonly string[] Phases = ["scrapers", "raw-processors", "analytics", "precompute", "predictions"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_burst_is_kept_on_disk_and_handed_over_whole_and_no_faster_than_it_is_taken()
    {
        var options = new BrokerOptions { DataDirectory = _folder.Path, MinBackoff = TimeSpan.FromMilliseconds(5), MaxBackoff = TimeSpan.FromMilliseconds(20) };
        await using var file = BrokerFile.Open(options, TimeProvider.System);
        var bus = new SqliteMessageBus(file, NullLogger<SqliteMessageBus>.Instance);
        var half = 0L;
        using var endpoints = new CountingEndpoints(RefusesEvery, taken => half = taken == Messages / 2 ? GC.GetTotalMemory(forceFullCollection: true) : half);
        var topology = new BrokerTopology(Phases, [.. Phases.Select(phase => new Subscription(phase, phase, new Uri($"http://endpoint.invalid/{phase}")))]);
        await using var dispatcher = new PushDispatcher(file, topology, NullLogger<PushDispatcher>.Instance, endpoints);

        // Declares the topics; then nobody dispatches while all is published.
        await dispatcher.StartAsync(CancellationToken.None);
        await dispatcher.StopAsync(CancellationToken.None);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Task.WhenAll(Phases.Select((phase, place) => PublishAsync(bus, phase, place)));
        var published = GC.GetTotalMemory(forceFullCollection: true);
        await using var next = new PushDispatcher(file, topology, NullLogger<PushDispatcher>.Instance, endpoints);
        (await next.GetDepthAsync(CancellationToken.None)).Subscriptions.Sum(one => one.Ready).ShouldBe(Messages);

        await next.StartAsync(CancellationToken.None);
        await next.WaitUntilIdleAsync(CancellationToken.None);

        output.WriteLine($"grown by {(published - before) / 1024} KiB with {Messages} messages published, by {(half - before) / 1024} KiB with half of them taken; most under way {endpoints.MostUnderWay}");
        endpoints.Times.Count.ShouldBe(Messages);
        endpoints.Times.Values.ShouldAllBe(times => times == 1);
        (await next.GetDepthAsync(CancellationToken.None)).Subscriptions.ShouldAllBe(one => one.Ready + one.InFlight + one.Waiting + one.DeadLettered == 0);
        endpoints.MostUnderWay.ShouldBeInRange(options.ConcurrencyPerSubscription + 1, options.Concurrency);
        endpoints.MostToOne.ShouldBe(options.ConcurrencyPerSubscription);

        // What waits waits on disk. What the test itself remembers of each message by the half of them is a few dozen bytes.
        const long Backlog = (long)Messages * BodyLength;
        (published - before).ShouldBeLessThan(Backlog / 4);
        (half - before).ShouldBeLessThan(Backlog / 2);
    }

    // Half of them are the first one's: when the others have theirs, there is room for more of it than it may have.
    private static int PlaceOf(int number) => number % 8 < 4 ? 0 : 1 + (number % 4);

    private static async Task PublishAsync(SqliteMessageBus bus, string phase, int place)
    {
        foreach (var numbers in Enumerable.Range(0, Messages).Where(number => PlaceOf(number) == place).Chunk(AtOnce))
        {
            await bus.PublishAsync(phase, [.. numbers.Select(number => new OutgoingMessage($"{number} ".PadRight(BodyLength, '.'), new Dictionary<string, string>()))], CancellationToken.None);
        }
    }
}
