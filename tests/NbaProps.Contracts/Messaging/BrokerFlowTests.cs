using Microsoft.Extensions.Logging;

using NbaProps.Embedded.Broker;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.Messaging;

public sealed class BrokerFlowTests : BrokerTestBase
{
    [Fact]
    public async Task No_more_pushes_are_under_way_than_allowed()
    {
        await using var broker = await StartedAsync(
            options => options with { Concurrency = 3, ConcurrencyPerSubscription = 2 },
            To("analytics"),
            To("audit"),
            To("precompute"));
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Receiver.Answer = (_, _) => gate.Task;

        await broker.PublishAsync(Games, [.. Enumerable.Range(0, 30).Select(i => $"{i}")]);
        await Receiver.UntilAsync(pushes => pushes.Count == 3);
        var depth = await broker.DepthAsync();
        depth.Subscriptions.Sum(one => one.InFlight).ShouldBe(3);
        depth.Subscriptions.Max(one => one.InFlight).ShouldBeLessThanOrEqualTo(2);
        gate.SetResult(204);
        await broker.QuietAsync();

        Receiver.Pushes.Count.ShouldBe(90);
        Receiver.MostUnderWay.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    [Trait("Incident", "I-28")]
    public async Task An_endpoint_that_hangs_does_not_hold_up_another()
    {
        await using var broker = await StartedAsync(
            options => options with { Concurrency = 4, ConcurrencyPerSubscription = 2, DrainTimeout = TimeSpan.Zero },
            To("analytics"),
            To("audit"));
        Receiver.Answer = async (push, aborted) =>
        {
            if (push.Path == "/analytics")
                await Task.Delay(Timeout.InfiniteTimeSpan, aborted);
            return 204;
        };

        await broker.PublishAsync(Games, [.. Enumerable.Range(0, 20).Select(i => $"{i}")]);
        await Receiver.UntilAsync(pushes => pushes.Count(push => push.Path == "/audit") == 20);

        Receiver.PushesTo("analytics").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Idle_waits_for_what_backs_off()
    {
        await using var broker = await StartedAsync(options => options with { MinBackoff = TimeSpan.FromMinutes(5), MaxBackoff = TimeSpan.FromMinutes(5) });
        Receiver.Answer = (_, _) => Task.FromResult(503);
        await broker.PublishAsync(Games, "1");
        await broker.DispatcherLog.UntilAsync("HTTP 503");

        using var patience = new CancellationTokenSource();
        var idle = broker.Dispatcher.WaitUntilIdleAsync(patience.Token);

        Of(await broker.DepthAsync(), "analytics").ShouldBe(new SubscriptionDepth("analytics", Ready: 0, InFlight: 0, Waiting: 1, DeadLettered: 0));
        idle.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => idle);
    }

    [Fact]
    public async Task Idle_includes_what_a_handler_publishes_before_it_answers()
    {
        await using var broker = await StartedAsync();
        Receiver.Answer = async (push, _) =>
        {
            var left = int.Parse(push.Message.Body);
            if (left > 0)
                await broker.PublishAsync(Games, $"{left - 1}");
            return 204;
        };

        await broker.PublishAsync(Games, "10");
        await broker.QuietAsync();

        Receiver.Pushes.Count.ShouldBe(11);
    }

    [Fact]
    public async Task Waiting_for_idle_ends_with_an_error_when_the_dispatcher_is_stopped_first()
    {
        await using var broker = await StartedAsync(options => options with { MinBackoff = TimeSpan.FromMinutes(5), MaxBackoff = TimeSpan.FromMinutes(5) });
        Receiver.Answer = (_, _) => Task.FromResult(503);
        await broker.PublishAsync(Games, "1");
        await Receiver.UntilAsync(pushes => pushes.Count == 1);

        var idle = broker.Dispatcher.WaitUntilIdleAsync(CancellationToken.None);
        await broker.Dispatcher.StopAsync(CancellationToken.None);

        await Should.ThrowAsync<TransientException>(() => idle);
    }

    [Fact]
    public async Task Another_process_sees_the_broker_become_idle()
    {
        await using var broker = await StartedAsync();
        await using var other = Broker();
        await other.PublishAsync(Games, "1", "2", "3");

        await other.QuietAsync();

        Receiver.Pushes.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Messages_to_a_topic_without_subscriptions_are_counted_and_logged()
    {
        await using var broker = new EmbeddedBroker(Folder, [Games, "nobody-listens"], [To("analytics")]);
        await broker.StartAsync();

        await broker.PublishAsync("nobody-listens", "1", "2");

        (await broker.DepthAsync()).Unrouted.ShouldBe(new Dictionary<string, long> { ["nobody-listens"] = 2 });
        broker.BusLog.Lines.ShouldContain(line => line.Level == LogLevel.Information && line.Text.Contains("nobody-listens"));
    }

    [Fact]
    public async Task A_refusal_is_a_warning_and_a_dead_letter_an_error_with_the_command_that_acts_on_it()
    {
        await using var broker = await StartedAsync(options => options with { MaxDeliveryAttempts = 2 });
        Receiver.Answer = (_, _) => Task.FromResult(500);

        await broker.PublishAsync(Games, "1");
        await broker.QuietAsync();

        // The file is at rest before the dispatcher has told of it: one that has stopped has told everything.
        await broker.Dispatcher.StopAsync(CancellationToken.None);

        broker.DispatcherLog.Lines.Count(line => line.Level == LogLevel.Warning && line.Text.Contains("HTTP 500")).ShouldBe(1);
        broker.DispatcherLog.Lines.Count(line => line.Level == LogLevel.Error && line.Text.Contains("nbaprops dead-letters")).ShouldBe(1);
    }

    [Fact]
    public async Task A_publish_that_is_refused_does_not_take_others_of_its_group_with_it()
    {
        await using var broker = await StartedAsync();
        var good = Enumerable.Range(0, 50).Select(i => $"{i}").ToArray();

        var refused = 0;
        await Task.WhenAll(good.Select(body => Task.Run(async () =>
        {
            await broker.PublishAsync(Games, body);
            try
            {
                await broker.PublishAsync("not-declared", body);
            }
            catch (PermanentException)
            {
                Interlocked.Increment(ref refused);
            }
        })));
        await broker.QuietAsync();

        refused.ShouldBe(50);
        Receiver.Pushes.Select(push => push.Message.Body).ShouldBe(good, ignoreOrder: true);
    }
}
