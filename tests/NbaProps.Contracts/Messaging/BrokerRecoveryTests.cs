using Microsoft.Data.Sqlite;

using NbaProps.Embedded.Broker;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.Messaging;

public sealed class BrokerRecoveryTests : BrokerTestBase
{
    [Fact]
    public async Task A_message_published_while_no_dispatcher_runs_is_delivered_by_the_next()
    {
        await using (await StartedAsync())
        {
            // Only declares.
        }

        await using var broker = Broker();
        await broker.PublishAsync(Games, "1");
        Receiver.Pushes.ShouldBeEmpty();

        await broker.StartAsync();
        await broker.QuietAsync();

        Receiver.Pushes.ShouldHaveSingleItem().Message.Body.ShouldBe("1");
    }

    [Fact]
    public async Task A_file_of_the_first_layout_is_brought_to_the_present_one()
    {
        await using (var broker = await StartedAsync())
        {
            await broker.QuietAsync();
        }

        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "bus.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var back = connection.CreateCommand();
            back.CommandText = "ALTER TABLE subscriptions DROP COLUMN required_attribute; PRAGMA user_version = 1";
            await back.ExecuteNonQueryAsync();
        }

        await using var next = Broker(null, To("analytics") with { RequiredAttribute = "read" });

        // As the last dispatcher declared it, until this one does: it asked for everything.
        await next.PublishAsync(Games, "1");
        await next.StartAsync();
        await next.PublishAsync(Games, "2");
        await next.QuietAsync();

        Receiver.Pushes.ShouldHaveSingleItem().Message.Body.ShouldBe("1");
    }

    [Fact]
    public async Task Publishing_before_any_dispatcher_ever_ran_may_be_tried_again()
    {
        await using var broker = Broker();

        await Should.ThrowAsync<TransientException>(() => broker.PublishAsync(Games, "1"));
    }

    [Fact]
    public async Task A_crash_between_push_and_answer_delivers_again()
    {
        var broker = await StartedAsync();
        Receiver.Answer = Never;
        await broker.PublishAsync(Games, "1");
        await Receiver.UntilAsync(pushes => pushes.Count == 1);
        await broker.KillAsync();

        Receiver.Answer = (_, _) => Task.FromResult(204);
        await using var next = await StartedAsync();
        await next.QuietAsync();

        Receiver.Pushes.Select(push => push.Message.Body).ShouldBe(["1", "1"]);
        Receiver.Pushes.Select(push => push.Message.MessageId).Distinct().Count().ShouldBe(1);
        Receiver.Pushes.Select(push => push.Message.DeliveryAttempt).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task What_was_in_flight_at_a_crash_waits_for_its_lease()
    {
        var broker = await StartedAsync(options => options with { Lease = TimeSpan.FromMinutes(5) });
        Receiver.Answer = Never;
        await broker.PublishAsync(Games, "1");
        await Receiver.UntilAsync(pushes => pushes.Count == 1);
        await broker.KillAsync();

        await using var next = await StartedAsync();
        var depth = Of(await next.DepthAsync(), "analytics");

        depth.ShouldBe(new SubscriptionDepth("analytics", Ready: 0, InFlight: 0, Waiting: 1, DeadLettered: 0));
    }

    [Fact]
    [Trait("Incident", "O-02")]
    public async Task A_message_that_kills_the_process_every_time_ends_as_a_dead_letter()
    {
        Receiver.Answer = Never;
        for (var life = 1; life <= 2; life++)
        {
            var broker = await StartedAsync(options => options with { MaxDeliveryAttempts = 2 });
            if (life == 1)
                await broker.PublishAsync(Games, "1");
            await Receiver.UntilAsync(pushes => pushes.Count == life);
            await broker.KillAsync();
        }

        await using var last = await StartedAsync(options => options with { MaxDeliveryAttempts = 2 });
        await last.QuietAsync();

        var letter = (await last.DeadLetters.ListAsync(null, CancellationToken.None)).ShouldHaveSingleItem();
        letter.Attempts.ShouldBe(2);
        letter.LastError.ShouldContain("process ended");
    }

    [Fact]
    public async Task A_crash_at_any_moment_of_a_busy_day_loses_nothing()
    {
        var expected = Enumerable.Range(0, 300).Select(i => $"{i}").ToArray();
        await using (var first = await StartedAsync())
            await first.PublishAsync(Games, expected);

        for (var life = 1; life <= 4; life++)
        {
            var pushed = Receiver.Pushes.Count;
            var broker = await StartedAsync(options => options with { MaxDeliveryAttempts = 100 });
            await Task.WhenAny(Receiver.UntilAsync(pushes => pushes.Count >= pushed + 40), broker.QuietAsync());
            await broker.KillAsync();
        }

        await using var last = await StartedAsync(options => options with { MaxDeliveryAttempts = 100 });
        await last.QuietAsync();

        Receiver.Pushes.Select(push => push.Message.Body).Distinct().ShouldBe(expected, ignoreOrder: true);
        (await last.DeadLetters.ListAsync(null, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stopping_waits_for_pushes_under_way_and_starts_no_others()
    {
        var broker = await StartedAsync(options => options with { ConcurrencyPerSubscription = 1 });
        var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Receiver.Answer = (_, _) => answer.Task;
        await broker.PublishAsync(Games, "1", "2");
        await Receiver.UntilAsync(pushes => pushes.Count == 1);

        var stop = broker.Dispatcher.StopAsync(CancellationToken.None);
        stop.IsCompleted.ShouldBeFalse();
        answer.SetResult(204);
        await stop;

        Receiver.Pushes.ShouldHaveSingleItem();
        Of(await broker.DepthAsync(), "analytics").ShouldBe(new SubscriptionDepth("analytics", Ready: 1, InFlight: 0, Waiting: 0, DeadLettered: 0));
        await broker.DisposeAsync();
    }

    [Fact]
    public async Task A_push_that_outlasts_the_drain_is_due_again_and_costs_the_message_no_attempt()
    {
        Receiver.Answer = Never;
        var broker = await StartedAsync(options => options with { DrainTimeout = TimeSpan.FromMilliseconds(20), MaxDeliveryAttempts = 1 });
        await broker.PublishAsync(Games, "1");
        await Receiver.UntilAsync(pushes => pushes.Count == 1);
        await broker.DisposeAsync();

        Receiver.Answer = (_, _) => Task.FromResult(204);
        await using var next = await StartedAsync();
        await next.QuietAsync();

        Receiver.Pushes.Select(push => push.Message.DeliveryAttempt).ShouldBe([1, 1]);
        (await next.DeadLetters.ListAsync(null, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_processes_that_publish_at_once_lose_nothing()
    {
        await using var dispatching = await StartedAsync();
        await using var other = Broker();
        var expected = Enumerable.Range(0, 200).Select(i => $"{i}").ToArray();

        await Task.WhenAll(expected.Select((body, i) => Task.Run(() => (i % 2 == 0 ? dispatching : other).PublishAsync(Games, body))));
        await dispatching.QuietAsync();

        Receiver.Pushes.Select(push => push.Message.Body).Distinct().ShouldBe(expected, ignoreOrder: true);
        Receiver.Pushes.Select(push => push.Message.MessageId).Distinct().Count().ShouldBe(expected.Length);
    }

    [Fact]
    public async Task While_another_process_blocks_the_file_publishing_fails_and_acknowledgements_are_kept()
    {
        await using var broker = await StartedAsync(options => options with { BusyTimeout = TimeSpan.FromSeconds(1) });
        var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Receiver.Answer = (_, _) => answer.Task;
        await broker.PublishAsync(Games, "1");
        await Receiver.UntilAsync(pushes => pushes.Count == 1);

        await using (var blocker = new SqliteConnection($"Data Source={Path.Combine(Folder, "bus.db")};Pooling=False"))
        {
            await blocker.OpenAsync();
            await using var transaction = blocker.BeginTransaction(deferred: false);
            await Should.ThrowAsync<TransientException>(() => broker.PublishAsync(Games, "2"));
            answer.SetResult(204);
            await broker.DispatcherLog.UntilAsync("could not be written; 1 ended");
            await transaction.RollbackAsync();
        }

        await broker.QuietAsync();

        Receiver.Pushes.Select(push => push.Message.Body).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Deliveries_of_a_subscription_that_is_no_longer_declared_become_dead_letters()
    {
        Receiver.Answer = (_, _) => Task.FromResult(503);
        await using (var before = await StartedAsync(options => options with { MinBackoff = TimeSpan.FromMinutes(1), MaxBackoff = TimeSpan.FromMinutes(1) }))
        {
            await before.PublishAsync(Games, "1");
            await Receiver.UntilAsync(pushes => pushes.Count == 1);
        }

        await using var after = await StartedAsync(null, To("audit"));
        await after.QuietAsync();

        var letter = (await after.DeadLetters.ListAsync("analytics", CancellationToken.None)).ShouldHaveSingleItem();
        letter.LastError.ShouldContain("no longer declared");
        var refusal = await Should.ThrowAsync<PermanentException>(() => after.DeadLetters.ReplayAsync(letter.Id, null, CancellationToken.None));
        refusal.Message.ShouldContain("audit");
    }

    private static async Task<int> Never(Push push, CancellationToken aborted)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, aborted);
        return 204;
    }
}
